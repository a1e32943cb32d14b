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

/* Lowest terms of two products, each of which fits in 128 bits by itself. */
static bool try_narrow(__int128 num, __int128 den, struct ratio *out)
{
    if (den == 0)
        return false;
    __int128 divisor = common_divisor(magnitude(num), magnitude(den));
    if (den < 0)
        divisor = -divisor;
    num /= divisor;
    den /= divisor;
    bool fits = magnitude(num) <= INT64_MAX && den <= INT64_MAX;
    if (!fits || magnitude(num) / den >= INT64_MAX / 200)
        return false;
    *out = (struct ratio){(int64_t)num, (int64_t)den};
    return true;
}

bool ratio_try_add(struct ratio a, struct ratio b, struct ratio *out)
{
    __int128 num = 0;
    if (__builtin_add_overflow((__int128)a.num * b.den, (__int128)b.num * a.den, &num))
        return false;
    return try_narrow(num, (__int128)a.den * b.den, out);
}

bool ratio_try_subtract(struct ratio a, struct ratio b, struct ratio *out)
{
    __int128 num = 0;
    if (__builtin_sub_overflow((__int128)a.num * b.den, (__int128)b.num * a.den, &num))
        return false;
    return try_narrow(num, (__int128)a.den * b.den, out);
}

bool ratio_try_multiply(struct ratio a, struct ratio b, struct ratio *out)
{
    return try_narrow((__int128)a.num * b.num, (__int128)a.den * b.den, out);
}

bool ratio_try_divide(struct ratio a, struct ratio b, struct ratio *out)
{
    return try_narrow((__int128)a.num * b.den, (__int128)a.den * b.num, out);
}

int ratio_compare(struct ratio a, struct ratio b)
{
    __int128 left = (__int128)a.num * b.den;
    __int128 right = (__int128)b.num * a.den;
    return (left > right) - (left < right);
}

int64_t ratio_round(struct ratio a)
{
    return ratio_round_to(a, 2);
}

int64_t ratio_round_to(struct ratio a, int places)
{
    assert(places >= 0 && places <= 2);
    static const int UNITS[] = {1, 10, 100};
    /* floor(units a + 1/2): division truncates, so a negative remainder takes one more off. */
    __int128 num = (__int128)a.num * 2 * UNITS[places] + a.den;
    __int128 den = (__int128)a.den * 2;
    __int128 whole = num / den - (num % den < 0);
    assert(whole >= INT64_MIN && whole <= INT64_MAX);
    return (int64_t)whole;
}
