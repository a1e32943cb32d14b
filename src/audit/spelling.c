/*
 * One spelling of a word through an edition. Words that official reports are known to spell in
 * more than one way stand in a table; whichever form is the rarer in the edition is reported, every
 * time it occurs. (At a tie the table's first form is kept, which is the Royal Society's.)
 */
#include <string.h>

#include "audit/rule.h"

enum { MOST_FORMS = 4 };

static const char *const words[][MOST_FORMS] = {
    {"ดุลพินิจ", "ดุลยพินิจ"},
    {"ลิงก์", "ลิงค์", "ลิ้งก์", "ลิ้งค์"},
    {"เว็บไซต์", "เว็บไซด์", "เวบไซต์", "เวปไซต์"},
    {"อินเทอร์เน็ต", "อินเตอร์เน็ต", "อินเทอร์เนต"},
    {"เฟซบุ๊ก", "เฟสบุ๊ค", "เฟซบุ๊ค", "เฟสบุ๊ก"},
    {"ออนไลน์", "ออนไลน"},
    {"อีเมล", "อีเมล์"},
    {"คลิก", "คลิ๊ก"},
    {"อัปเดต", "อัพเดท", "อัพเดต", "อัปเดท"},
    {"สมาร์ตโฟน", "สมาร์ทโฟน"},
    {"แอปพลิเคชัน", "แอพพลิเคชั่น", "แอปพลิเคชั่น", "แอพพลิเคชัน"},
    {"มาตรฐาน", "มาตราฐาน"},
    {"สังเกต", "สังเกตุ"},
    {"อนุญาต", "อนุญาติ"},
    {"ปรากฏ", "ปรากฎ"},
    {"E-Service", "E-service", "e-Service", "e-service"},
    {"e-Payment", "E-Payment", "e-payment", "E-payment"},
    {"One Stop Service", "One stop service", "one stop service", "One-Stop Service"},
    {"No Gift Policy", "No gift policy", "NO GIFT POLICY", "No Gift policy"},
};

/* Where a form stands at or after a letter, and is not the start of a longer form. */
static size_t find_form(const struct scan *scan, size_t from, const char *const *forms, size_t form)
{
    for (size_t at = from; at < scan->count; at++) {
        at = scan_find(scan, at, scan->count, forms[form]);
        bool longer = false;
        for (size_t i = 0; i < MOST_FORMS && forms[i] != NULL; i++)
            longer =
                longer || (strlen(forms[i]) > strlen(forms[form]) && scan_at(scan, at, forms[i]));
        if (at < scan->count && !longer)
            return at;
    }
    return scan->count;
}

static size_t count_form(const struct audit *audit, const char *const *forms, size_t form)
{
    size_t count = 0;
    for (size_t i = 0; i < audit->proses; i++) {
        const struct scan *scan = &audit->prose[i].scan;
        if (strstr(scan->text->bytes, forms[form]) == NULL)
            continue;
        for (size_t at = 0; (at = find_form(scan, at, forms, form)) < scan->count; at++)
            count++;
    }
    return count;
}

struct form {
    size_t index;
    size_t count;
};

static void report_form(struct audit *audit, const char *const *forms, size_t form,
                        struct form usual)
{
    for (size_t i = 0; i < audit->proses; i++) {
        const struct scan *scan = &audit->prose[i].scan;
        if (strstr(scan->text->bytes, forms[form]) == NULL)
            continue;
        for (size_t at = 0; (at = find_form(scan, at, forms, form)) < scan->count; at++)
            audit_say(audit, MESSAGE_SPELLING, scan_place(scan, at), forms[form],
                      forms[usual.index], audit_whole(audit, (int64_t)usual.count));
    }
}

static void check_word(struct audit *audit, const char *const *forms)
{
    size_t count[MOST_FORMS] = {0};
    struct form usual = {0, 0};
    for (size_t i = 0; i < MOST_FORMS && forms[i] != NULL; i++) {
        count[i] = count_form(audit, forms, i);
        if (count[i] > usual.count)
            usual = (struct form){i, count[i]};
    }
    for (size_t i = 0; i < MOST_FORMS; i++)
        if (i != usual.index && count[i] > 0)
            report_form(audit, forms, i, usual);
}

void rule_spelling(struct audit *audit)
{
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        check_word(audit, words[i]);
}
