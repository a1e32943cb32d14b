# lines.pl LINES RAW READ STRUCTURE - checks that every line of `dump --stage=lines` is in the text
# of the PDF as pdftotext gives it (-raw, and in the order of reading it makes out) and in the text of
# its structure (pdfinfo -struct-text), character by character, the spaces between them too.
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

# One space for any white space but line ends; nothing that is never drawn.
sub plain {
    my ($s) = @_;
    $s =~ s/[\x{200b}\x{2060}]+//g;
    $s =~ s/[ \t\x{a0}\x{202f}]+/ /g;
    return $s;
}

my ($lines, @text) = map { read_file($_) } @ARGV;
my @line;
for (split /\n/, $lines) {
    s/  \[[^\]]*\]$//;
    s/[|¦↵]//g;
    my $line = plain($_);
    $line =~ s/^ | $//g;
    push @line, $line if $line =~ /\S/;
}
my ($raw, $read) = map { plain($_) } @text[0, 1];
# Words of another language are pieces of their own in a line.
my $spoken = plain(join '', $text[2] =~ /^ *"(.*)"$/mg);

sub report {
    my ($what, $whole) = @_;
    my @missing = grep { index($whole, $_) < 0 } @line;
    print @missing || !@line ? 'not ok' : 'ok', " - $what (", scalar @line, ")\n";
    print "   missing: $_\n" for @missing;
}

report('every line comes out as it went in', $raw);
report('every line can be read from the page', $read);
report('every line is read aloud as it is set', $spoken);
