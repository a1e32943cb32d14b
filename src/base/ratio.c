/* Every operation is done in 128 bits, brought to lowest terms, and only then narrowed. */
#include "base/ratio.h"

#include <assert.h>

static __int128 magnitude(__int128 n)
{
    return n < 0 ? -n : n;
}

static __int128 common_divisor(__int128 a, __int128 b)
{
    while (b != 0) {
        __int128 rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static struct ratio narrow(__int128 num, __int128 den)
{
    assert(den != 0);
    __int128 divisor = common_divisor(magnitude(num), magnitude(den));
    if (den < 0)
        divisor = -divisor;
    num /= divisor;
    den /= divisor;
    assert(num >= INT64_MIN && num <= INT64_MAX && den <= INT64_MAX);
    return (struct ratio){(int64_t)num, (int64_t)den};
}

struct ratio ratio_of(int64_t num, int64_t den)
{
    return narrow(num, den);
}

struct ratio ratio_hundredths(int64_t hundredths)
{
    return narrow(hundredths, 100);
}

struct ratio ratio_add(struct ratio a, struct ratio b)
{
    return narrow((__int128)a.num * b.den + (__int128)b.num * a.den, (__int128)a.den * b.den);
}

struct ratio ratio_multiply(struct ratio a, struct ratio b)
{
    return narrow((__int128)a.num * b.num, (__int128)a.den * b.den);
}

struct ratio ratio_divide(struct ratio a, int64_t by)
{
    return narrow(a.num, (__int128)a.den * by);
}

int ratio_compare(struct ratio a, struct ratio b)
{
    __int128 left = (__int128)a.num * b.den;
    __int128 right = (__int128)b.num * a.den;
    return (left > right) - (left < right);
}

int64_t ratio_round(struct ratio a)
{
    /* floor(100 a + 1/2): division truncates, so a negative remainder takes one more off. */
    __int128 num = (__int128)a.num * 200 + a.den;
    __int128 den = (__int128)a.den * 2;
    __int128 whole = num / den - (num % den < 0);
    assert(whole >= INT64_MIN && whole <= INT64_MAX);
    return (int64_t)whole;
}
