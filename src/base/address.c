/* The scheme is read first; then each scheme has a shape of its own for what follows. */
#include "base/address.h"

#include <string.h>
#include <strings.h>

struct scheme {
    const char *start;
    bool (*leads)(const char *rest, size_t length);
};

static bool is_control(char c)
{
    return (unsigned char)c < ' ' || c == 0x7F;
}

/* A site's name, up to the path, with no blank in it. */
static bool leads_to_site(const char *rest, size_t length)
{
    size_t site = 0;
    while (site < length && strchr("/?#", rest[site]) == NULL)
        if (rest[site++] == ' ')
            return false;
    return site > 0;
}

static bool leads_to_mailbox(const char *rest, size_t length)
{
    const char *at = memchr(rest, '@', length);
    return at != NULL && at > rest && at + 1 < rest + length && memchr(rest, ' ', length) == NULL;
}

static bool leads_to_number(const char *rest, size_t length)
{
    bool has_digit = false;
    for (size_t i = 0; i < length; i++) {
        bool is_digit = rest[i] >= '0' && rest[i] <= '9';
        if (!is_digit && strchr("+-.() #*,;=", rest[i]) == NULL)
            return false;
        has_digit = has_digit || is_digit;
    }
    return has_digit;
}

static const struct scheme schemes[] = {{"https://", leads_to_site},
                                        {"http://", leads_to_site},
                                        {"mailto:", leads_to_mailbox},
                                        {"tel:", leads_to_number}};

static bool begins_with(const char *address, size_t length, const char *start)
{
    size_t size = strlen(start);
    return length >= size && strncasecmp(address, start, size) == 0;
}

enum address_flaw address_check(const char *address, size_t length)
{
    for (size_t i = 0; i < sizeof schemes / sizeof schemes[0]; i++) {
        if (!begins_with(address, length, schemes[i].start))
            continue;
        for (size_t at = 0; at < length; at++)
            if (is_control(address[at]))
                return ADDRESS_NOWHERE;
        size_t start = strlen(schemes[i].start);
        return schemes[i].leads(address + start, length - start) ? ADDRESS_FINE : ADDRESS_NOWHERE;
    }
    return ADDRESS_SCHEME;
}

bool address_is_page(const char *address, size_t length)
{
    return begins_with(address, length, "https://") || begins_with(address, length, "http://");
}
