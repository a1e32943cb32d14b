/*
 * fineness.c - whether exact fractions of this scheme fit into 64 bits.
 *
 * Every mean multiplies denominators: the counts of questions, sub-indicators and indicators, the
 * weights, and (where the fractions of printed scores are recovered) scale times respondents. The
 * bound here is the least common denominator all figures share, times the largest value. Real
 * schemes stay far below it; a made-up scheme of fifty indicators with coprime counts does not.
 */
#include "scheme/fineness.h"

#define FINENESS_LIMIT ((__int128)1 << 61)

static int64_t common_divisor(int64_t a, int64_t b)
{
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* The product, or the limit when that is passed. */
static __int128 bounded_product(__int128 a, __int128 b)
{
    return a >= FINENESS_LIMIT / (b > 0 ? b : 1) ? FINENESS_LIMIT : a * b;
}

/* The least common multiple with a positive number, or the limit when that is passed. */
static __int128 common_multiple(__int128 a, int64_t b)
{
    if (a >= FINENESS_LIMIT)
        return FINENESS_LIMIT;
    return bounded_product(a, b / common_divisor((int64_t)a, b));
}

int64_t fineness_multiple(int64_t a, int64_t b)
{
    return (int64_t)common_multiple(a, b);
}

static __int128 multiple_of_count(__int128 a, size_t count)
{
    return count > 0 ? common_multiple(a, (int64_t)count) : a;
}

static int64_t part_fineness(const struct scheme_instrument *instrument)
{
    int64_t sum = 0, divisor = 0;
    for (size_t p = 0; p < instrument->parts; p++) {
        sum += instrument->part[p].weight.hundredths;
        divisor = common_divisor(instrument->part[p].weight.hundredths, divisor);
    }
    return divisor > 0 ? sum / divisor : 1;
}

static __int128 instrument_fineness(const struct scheme_instrument *instrument, int64_t of_scores)
{
    __int128 questions = 1, subindicators = 1;
    for (size_t i = 0; i < instrument->indicators; i++) {
        const struct scheme_indicator *indicator = &instrument->indicator[i];
        questions = multiple_of_count(questions, indicator->questions);
        subindicators = multiple_of_count(subindicators, indicator->subindicators);
        for (size_t s = 0; s < indicator->subindicators; s++)
            questions = multiple_of_count(questions, indicator->subindicator[s].questions);
    }
    __int128 fineness = bounded_product(of_scores, questions);
    fineness = bounded_product(fineness, subindicators);
    fineness = bounded_product(fineness, (__int128)instrument->indicators);
    return bounded_product(fineness, part_fineness(instrument));
}

bool fineness_fits(const struct scheme *scheme, const int64_t *of_scores)
{
    int64_t full = scheme->full_score.hundredths;
    int64_t weights = full;
    __int128 fineness = 1;
    for (size_t i = 0; i < scheme->instruments; i++) {
        const struct scheme_instrument *instrument = &scheme->instrument[i];
        __int128 own = instrument_fineness(instrument, of_scores ? of_scores[i] : FINENESS_TYPED);
        if (own >= FINENESS_LIMIT)
            return false;
        if (own > 0)
            fineness = common_multiple(fineness, (int64_t)own);
        weights = common_divisor(weights, instrument->weight.hundredths);
    }
    fineness = bounded_product(fineness, weights > 0 ? full / weights : 1);
    return bounded_product(fineness, full) < FINENESS_LIMIT;
}
