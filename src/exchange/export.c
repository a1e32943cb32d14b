#include "exchange/export.h"

#include <inttypes.h>
#include <string.h>

#include "exchange/lines.h"
#include "exchange/target.h"
#include "source/file.h"
#include "yaml/number.h"

struct exporter {
    struct arena *arena;
    const struct figures *figures;
    const struct scheme *scheme;
    struct targets *targets;
    const struct node *tree; /* of results.yaml */
    struct sheet_table table;
};

const char *export_name(enum export_what what)
{
    static const char *const names[EXPORT_WHATS] = {"scores", "figures", "ranking", "measures"};
    return names[what];
}

/* Heads are words of words/sheets.txt; those of columns that are not to be imported are of its class [other]. */
static void add_head(struct exporter *exporter, const char *head, unsigned width)
{
    struct sheet_table *table = &exporter->table;
    table->head[table->columns] = head;
    table->width[table->columns++] = width;
}

/* ---- values as they are typed ---- */

static const struct node *typed(const struct exporter *exporter, const struct target *target)
{
    const struct node *node = edit_set_find(exporter->tree, &target->setting);
    return node != NULL && node->kind == NODE_SCALAR ? node : NULL;
}

static void add_typed(struct exporter *exporter, const struct target *target)
{
    struct sheet_table *table = &exporter->table;
    const struct node *node = target != NULL ? typed(exporter, target) : NULL;
    bool is_score =
        target != NULL && (target->kind == TARGET_SCORE || target->kind == TARGET_FIGURE);
    bool is_name =
        target != NULL && (target->kind == TARGET_LEVEL || target->kind == TARGET_LETTER);
    int64_t number;
    if (node != NULL && is_name)
        sheet_add_text(table, node->text);
    else if (node == NULL ||
             number_parse(node->text, node->length, is_score ? 2 : 0, &number) != NUMBER_FINE)
        sheet_add_none(table);
    else if (is_score)
        sheet_add_score(table, number);
    else
        sheet_add_whole(table, number);
}

/* ---- scores ---- */

static const char *numbered(struct exporter *exporter, const struct scheme_indicator *indicator)
{
    return arena_printf(exporter->arena, "%" PRId64 ". %s", indicator->number.value,
                        indicator->name.bytes);
}

static void make_scores(struct exporter *exporter)
{
    const struct scheme *scheme = exporter->scheme;
    struct sheet_table *table = &exporter->table;
    table->name = "คะแนน";
    add_head(exporter, "ข้อ", 8);
    add_head(exporter, "ตัวชี้วัด", 32);
    add_head(exporter, "ข้อคำถาม", 80);
    add_head(exporter, "คะแนน", 12);
    for (size_t p = 0; p < scheme->parts && table->columns < SHEET_TABLE_COLUMNS; p++)
        add_head(exporter, scheme_part_name(&scheme->part[p]), 16);
    for (size_t i = 0; i < scheme->questions; i++) {
        const struct scheme_question *question = &scheme->question[i];
        sheet_add_text(table, question->id.bytes);
        sheet_add_text(table, numbered(exporter, question->indicator));
        sheet_add_text(table, question->text.bytes);
        add_typed(exporter, target_of_question(exporter->targets, question, NULL));
        for (size_t c = 4; c < table->columns; c++)
            add_typed(exporter,
                      target_of_question(exporter->targets, question, &scheme->part[c - 4]));
    }
}

/* ---- figures ---- */

static const struct figure *computed(const struct exporter *exporter, const struct target *target)
{
    const struct figures *figures = exporter->figures;
    if (target->indicator != NULL) {
        const struct figures_indicator *of = &figures->indicator[target->indicator->index];
        return target->part != NULL ? &of->part[scheme_slot(target->part)] : &of->score;
    }
    if (target->subindicator != NULL)
        return &figures->subindicator[target->subindicator->index].score;
    if (target->part != NULL)
        return &figures->part[target->part->index].score;
    if (target->instrument != NULL)
        return &figures->instrument[target->instrument->index].score;
    return strcmp(target->path, "published.overall") == 0 ? &figures->overall : NULL;
}

static const char *label_of(struct exporter *exporter, const struct target *target)
{
    struct arena *arena = exporter->arena;
    const char *label = target->label;
    if (target->indicator != NULL)
        label =
            arena_printf(arena, "ตัวชี้วัดที่ %" PRId64 " %s", target->indicator->number.value, label);
    if (target->subindicator != NULL)
        label = arena_printf(arena, "ตัวชี้วัดย่อยที่ %s %s", target->subindicator->number.bytes, label);
    if (target->kind == TARGET_RESPONDENTS)
        label = arena_printf(arena, "จำนวนผู้ตอบ %s", label);
    if (target->is_total)
        label = arena_printf(arena, "รวม %s", label);
    if (*target->detail != '\0')
        label = arena_printf(arena, "%s: %s", label, target->detail);
    if (*label != '\0')
        return label;
    static const struct {
        const char *path, *label;
    } others[] = {{"published.overall", "คะแนนภาพรวม"},
                  {"published.letter", "ระดับ (อักษร)"},
                  {"published.level", "ระดับผลการประเมิน"},
                  {"published.highest", "คะแนนตัวชี้วัดสูงสุด"},
                  {"published.lowest", "คะแนนตัวชี้วัดต่ำสุด"}};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (strcmp(others[i].path, target->path) == 0)
            return others[i].label;
    return label;
}

static void add_computed(struct exporter *exporter, const struct target *target)
{
    const struct figures *figures = exporter->figures;
    struct sheet_table *table = &exporter->table;
    const struct figure *figure = target->kind == TARGET_FIGURE ? computed(exporter, target) : NULL;
    if (figure != NULL)
        sheet_add_score(table, ratio_round(figure->computed));
    else if (target->kind == TARGET_LEVEL && figures->outcome != NULL)
        sheet_add_text(table, figures->outcome->name.bytes);
    else if (target->kind == TARGET_LETTER && figures->letter != NULL)
        sheet_add_text(table, figures->letter->name.bytes);
    else
        sheet_add_none(table);
}

static void make_figures(struct exporter *exporter)
{
    struct sheet_table *table = &exporter->table;
    table->name = "ค่าที่ประกาศ";
    add_head(exporter, "คีย์", 34);
    add_head(exporter, "รายการ", 60);
    add_head(exporter, "คะแนนที่ประกาศ", 16);
    add_head(exporter, "คะแนนที่คำนวณ", 16);
    for (size_t i = 0; i < exporter->targets->count; i++) {
        const struct target *target = &exporter->targets->item[i];
        if (target->kind == TARGET_SCORE || target->kind == TARGET_RANK)
            continue;
        sheet_add_text(table, target->path);
        sheet_add_text(table, label_of(exporter, target));
        add_typed(exporter, target);
        add_computed(exporter, target);
    }
}

static void make_ranking(struct exporter *exporter)
{
    const struct figures *figures = exporter->figures;
    struct sheet_table *table = &exporter->table;
    table->name = "อันดับ";
    add_head(exporter, "คีย์", 24);
    add_head(exporter, "ตัวชี้วัด", 60);
    add_head(exporter, "คะแนนที่ใช้จัดอันดับ", 18);
    add_head(exporter, "อันดับที่คำนวณ", 14);
    add_head(exporter, "อันดับที่ประกาศ", 14);
    for (size_t i = 0; i < exporter->scheme->indicators; i++) {
        const struct figures_indicator *of = figures->ranking[i];
        const struct target *target = target_of_rank(exporter->targets, of->indicator);
        sheet_add_text(table, target->path);
        sheet_add_text(table, label_of(exporter, target));
        sheet_add_score(table, ratio_round(of->score.printed));
        sheet_add_whole(table, (int64_t)of->rank);
        add_typed(exporter, target);
    }
}

/* ---- measures ---- */

static const char *day_of(struct exporter *exporter, const struct day *day)
{
    return day->present ? date_typed(exporter->arena, day->date) : NULL;
}

static void add_measure(struct exporter *exporter, const struct edition_issue *issue,
                        const struct edition_measure *measure)
{
    struct sheet_table *table = &exporter->table;
    sheet_add_whole(table, issue->number.value);
    sheet_add_text(table, issue->name.bytes);
    sheet_add_text(table, issue->focus.bytes);
    sheet_add_text(table, measure->name.bytes);
    sheet_add_text(table, lines_join(exporter->arena, &measure->steps));
    sheet_add_text(table, day_of(exporter, &measure->period.from));
    sheet_add_text(table, day_of(exporter, &measure->period.to));
    sheet_add_text(table, lines_join(exporter->arena, &measure->owners));
}

static void make_measures(struct exporter *exporter)
{
    const struct edition *edition = exporter->figures->edition;
    exporter->table.name = "มาตรการ";
    add_head(exporter, "ประเด็นที่", 9);
    add_head(exporter, "ประเด็น", 30);
    add_head(exporter, "หัวข้อ", 24);
    add_head(exporter, "มาตรการ", 40);
    add_head(exporter, "ขั้นตอน", 60);
    add_head(exporter, "เริ่มต้น", 18);
    add_head(exporter, "สิ้นสุด", 18);
    add_head(exporter, "ผู้รับผิดชอบ", 30);
    for (size_t i = 0; i < edition->issues; i++)
        for (size_t m = 0; m < edition->issue[i].measures; m++)
            add_measure(exporter, &edition->issue[i], &edition->issue[i].measure[m]);
}

struct sheet_table export_table(struct arena *arena, const struct figures *figures,
                                enum export_what what)
{
    const struct edition *edition = figures->edition;
    struct exporter exporter = {.arena = arena,
                                .figures = figures,
                                .scheme = edition->scheme,
                                .targets = targets_of(arena, edition->scheme),
                                .table = {.arena = arena}};
    for (size_t i = 0; i < edition->trees.count; i++)
        if (strcmp(file_name(edition->trees.tree[i]->place.source->path), "results.yaml") == 0)
            exporter.tree = edition->trees.tree[i];
    static void (*const makers[EXPORT_WHATS])(struct exporter *) = {make_scores, make_figures,
                                                                    make_ranking, make_measures};
    makers[what](&exporter);
    return exporter.table;
}
