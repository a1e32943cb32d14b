# contains.pl RAW EDITION FRAMEWORK - checks that the text of a PDF (pdftotext -raw) holds every
# question with its id, every score, measure and step of an edition. Reads the YAML by its lines,
# independently of the program. White space does not count: lines end where the typesetter ends them.
use strict;
use warnings;
use utf8;
binmode STDOUT, ':utf8';

my ($raw, $edition, $framework) = @ARGV;

sub read_file {
    my ($path) = @_;
    open my $in, '<:utf8', $path or die "$path: $!";
    local $/;
    return <$in>;
}

sub squeeze { my ($s) = @_; $s =~ s/\s+//g; return $s; }
sub thai { my ($s) = @_; $s =~ tr/0-9/๐-๙/; return $s; }
sub unquote { my ($s) = @_; $s =~ s/^"(.*)"$/$1/; return $s; }

# Page by page, without the running page number.
my @page = map { s/^- [๐-๙]+ -$//mgr } split /\f/, read_file($raw);
my $all = squeeze(join '', @page);

# A text may continue on the next page, where another cell's text can be between its halves.
sub found {
    my ($text) = @_;
    $text = squeeze($text);
    return 1 if index($all, $text) >= 0;
    for my $cut (reverse 1 .. length($text) - 1) {
        next if index($all, substr($text, 0, $cut)) < 0;
        return index($all, substr($text, $cut)) >= 0;
    }
    return 0;
}

sub report {
    my ($what, $wanted, @missing) = @_;
    my $count = @$wanted;
    print @missing || !$count ? 'not ok' : 'ok', " - $what ($count)\n";
    print "   missing: $_\n" for @missing;
}

my (@question, @score, @name, @step);
for (split /\n/, read_file($framework)) {
    push @question, [$1] if /^\s+- id: ([a-z]\d+)$/;
    push @{$question[-1]}, unquote($1) if @question && @{$question[-1]} == 1 && /^\s+text: (.*)$/;
}
for (split /\n/, read_file("$edition/results.yaml")) {
    last if /^published:/;
    push @score, [$1, $2] if /^  ([a-z]\d+): (\d+\.\d\d)$/;
    push @score, [$1, $2], [$1, $3] if /^  ([a-z]\d+): \{public: (\S+), survey: (\S+)\}/;
}
for (split /\n/, read_file("$edition/measures.yaml")) {
    push @name, unquote($1) if /^\s+- name: (.*)$/;
    push @step, unquote($1) if /^          - (.*)$/;
}
# owners are lists of the same depth as the steps, so @step holds both

report('every question is there with its id', \@question,
    map { $_->[0] } grep { !found(thai($_->[0]) . ' ' . $_->[1]) } @question);
report('every score of a question is printed', \@score,
    map { "$_->[0] $_->[1]" } grep { !found(thai($_->[1])) } @score);
report('every measure is printed', \@name, grep { !found($_) } @name);
report('every step and responsible unit is printed', \@step, grep { !found($_) } @step);
