/*
 * cmd_explain.c - `itareport explain`: what a rule is for, in both languages, with an example.
 *
 * Rules of the audit have a paragraph of their own; any other message is explained by its sentences
 * and hints. Without a rule the rules are listed; --markdown writes the list for docs/check.md.
 */
#include <stdio.h>
#include <string.h>

#include "app/cli.h"
#include "audit/audit.h"
#include "base/diag_list.h"

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

static void print_rule(const struct audit_rule *rule)
{
    printf("%s (%s, %s)\n\n%s\n\n%s\n\n    %s\n", rule->name, rule->kind, severity_of(rule->name),
           rule->english, rule->thai, rule->example);
}

/* All messages of a rule that is not the audit's. */
static void print_messages(const char *rule)
{
    printf("%s (%s)\n", rule, severity_of(rule));
    for (int code = 0; code < DIAG_CODES; code++) {
        const struct diag_row *row = diag_row((enum diag_code)code);
        if (strcmp(row->rule, rule) != 0)
            continue;
        for (int language = 0; language < 2; language++)
            printf("\n%s\n%s%s", row->sentence[language], row->hint[language],
                   row->hint[language][0] != '\0' ? "\n" : "");
    }
}

static void print_list(void)
{
    const char *kind = "";
    for (const struct audit_rule *rule = audit_rules(); rule->name != NULL; rule++) {
        if (strcmp(kind, rule->kind) != 0)
            printf("%s%s\n", *kind != '\0' ? "\n" : "", rule->kind);
        kind = rule->kind;
        printf("  %-22s %s\n", rule->name, severity_of(rule->name));
    }
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
        print_list();
    for (int i = 0; i < operands.count; i++) {
        const struct audit_rule *rule = audit_find(operands.item[i]);
        if (rule == NULL && find_row(operands.item[i]) == NULL)
            return cli_usage(call, "no such rule", "ไม่มีกฎนี้", operands.item[i]);
        if (i > 0)
            printf("\n");
        if (rule != NULL)
            print_rule(rule);
        else
            print_messages(operands.item[i]);
    }
    return CLI_FINE;
}
