# lines.pl LINES RAW STRUCTURE - checks that every line of `dump --stage=lines` stands in the text
# of the PDF (pdftotext -raw) and in the text of its structure (pdfinfo -struct-text), character by
# character. White space does not count.
use strict;
use warnings;
use utf8;
binmode STDOUT, ':utf8';

sub read_file {
    my ($path) = @_;
    open my $in, '<:utf8', $path or die "$path: $!";
    local $/;
    return <$in>;
}

sub squeeze { my ($s) = @_; $s =~ s/[\s\x{200b}\x{2060}]+//g; return $s; }

my ($lines, $raw, $structure) = map { read_file($_) } @ARGV;
my @line;
for (split /\n/, $lines) {
    s/  \[[^\]]*\]$//;
    s/[|¦↵]//g;
    push @line, squeeze($_) if /\S/;
}
my $text = squeeze($raw);
my $spoken = squeeze(join '', $structure =~ /^ *"(.*)"$/mg);

sub report {
    my ($what, $within) = @_;
    my @missing = grep { index($within, $_) < 0 } @line;
    print @missing || !@line ? 'not ok' : 'ok', " - $what (", scalar @line, ")\n";
    print "   missing: $_\n" for @missing;
}

report('every line comes out as it went in', $text);
report('every line is read aloud as it stands', $spoken);
