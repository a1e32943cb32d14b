/*
 * cmd_explain.c - `itareport explain`: what a rule is for, in the language asked for, with an example.
 *
 * Rules of the audit have a paragraph of their own; any other message is explained by its sentences
 * and hints, with values such as they may have (messages/examples.def). Without a rule all are listed; --markdown
 * writes the list of the audit's for docs/check.md.
 */
#include <stdio.h>
#include <string.h>

#include "app/cli.h"
#include "audit/audit.h"
#include "base/diag_list.h"
#include "base/nearest.h"

static const char *const severity_words[DIAG_ERROR + 1] = {"note", "warning", "error"};

/* The first row of messages with this rule, or NULL. */
static const struct diag_row *find_row(const char *rule)
{
    for (int code = 0; code < DIAG_CODES; code++)
        if (*rule != '\0' && strcmp(diag_row((enum diag_code)code)->rule, rule) == 0)
            return diag_row((enum diag_code)code);
    return NULL;
}

static const char *severity_of(const char *rule)
{
    const struct diag_row *row = find_row(rule);
    return severity_words[row != NULL ? row->severity : DIAG_NOTE];
}

static void print_rule(const struct audit_rule *rule, enum diag_language language)
{
    printf("%s (%s, %s)\n\n%s\n\n    %s\n", rule->name, rule->kind, severity_of(rule->name),
           language == DIAG_THAI ? rule->thai : rule->english, audit_example(rule, language));
}

static void print_sentence(const char *sentence, const char *const *argument)
{
    struct buffer out = {0};
    diag_sentence(&out, sentence, argument);
    if (out.length > 0)
        printf("%s\n", buffer_text(&out));
    buffer_free(&out);
}

/* All messages of a rule that is not the audit's. */
static void print_messages(const char *rule, enum diag_language language)
{
    printf("%s (%s)\n", rule, severity_of(rule));
    for (int code = 0; code < DIAG_CODES; code++) {
        const struct diag_row *row = diag_row((enum diag_code)code);
        if (strcmp(row->rule, rule) != 0)
            continue;
        const char *const *example = diag_example((enum diag_code)code);
        printf("\n");
        print_sentence(row->sentence[language], example);
        print_sentence(row->hint[language], example);
    }
}

/* The rule of a message, where no message before it has the same and the audit explains none of that name. */
static const char *own_rule(int code)
{
    const struct diag_row *row = diag_row((enum diag_code)code);
    bool is_own = *row->rule != '\0' && find_row(row->rule) == row && audit_find(row->rule) == NULL;
    return is_own ? row->rule : NULL;
}

static void print_list(const struct cli *cli)
{
    const char *kind = "";
    for (const struct audit_rule *rule = audit_rules(); rule->name != NULL; rule++) {
        if (strcmp(kind, rule->kind) != 0)
            printf("%s%s\n", *kind != '\0' ? "\n" : "", rule->kind);
        kind = rule->kind;
        printf("  %-22s %s\n", rule->name, severity_of(rule->name));
    }
    printf("\n%s\n", cli_say(cli, "reading files, making the report, archives",
                             "การอ่านแฟ้ม การจัดทำรายงาน และการจัดเก็บ"));
    for (int code = 0; code < DIAG_CODES; code++)
        if (own_rule(code) != NULL)
            printf("  %-22s %s\n", own_rule(code), severity_of(own_rule(code)));
}

enum cli_status cmd_unknown_rule(const struct cli_call *call, const char *name)
{
    const char *names[2 * DIAG_CODES];
    struct cli_names known = {names, 0};
    for (const struct audit_rule *rule = audit_rules(); rule->name != NULL; rule++)
        names[known.count++] = rule->name;
    for (int code = 0; code < DIAG_CODES; code++)
        if (own_rule(code) != NULL)
            names[known.count++] = own_rule(code);
    if (nearest_name(name, known.name, known.count) != NULL)
        return cli_unknown(call, "no such rule", "ไม่มีกฎนี้", name, known);
    return cli_usage(call, "no such rule; 'itareport explain' lists them",
                     "ไม่มีกฎนี้ ดูรายชื่อด้วย 'itareport explain'", name);
}

static void print_markdown(void)
{
    const char *kind = "";
    for (const struct audit_rule *rule = audit_rules(); rule->name != NULL; rule++) {
        if (strcmp(kind, rule->kind) != 0)
            printf("\n## %s\n", rule->kind);
        kind = rule->kind;
        printf("\n### %s\n\n*%s.* %s\n\n%s\n\n    %s\n", rule->name, severity_of(rule->name),
               rule->english, rule->thai, rule->example);
    }
}

enum cli_status cmd_explain(const struct cli_call *call)
{
    const char *markdown = NULL;
    const struct cli_option options[] = {
        {"markdown", 0, NULL, "all rules, as Markdown", "กฎทั้งหมดในรูปแบบ Markdown", &markdown}, {0}};
    struct cli_operands operands = {0};
    enum cli_status status = CLI_USAGE;
    if (!cli_parse(call, options, &operands, &status))
        return status;
    if (markdown != NULL)
        print_markdown();
    else if (operands.count == 0)
        print_list(call->cli);
    for (int i = 0; i < operands.count; i++) {
        const struct audit_rule *rule = audit_find(operands.item[i]);
        if (rule == NULL && find_row(operands.item[i]) == NULL)
            return cmd_unknown_rule(call, operands.item[i]);
        if (i > 0)
            printf("\n");
        if (rule != NULL)
            print_rule(rule, call->cli->language);
        else
            print_messages(operands.item[i], call->cli->language);
    }
    return CLI_FINE;
}
