/*
 * desk_state.h - what the files of the desk share.
 */
#ifndef ITAREPORT_DESK_DESK_STATE_H
#define ITAREPORT_DESK_DESK_STATE_H

#include "base/json.h"
#include "desk/desk.h"
#include "desk/helper.h"
#include "desk/http.h"
#include "desk/report.h"
#include "desk/watch.h"
#include "edit/editor.h"

struct desk {
    struct desk_setup setup;
    struct report *report;
    struct watch *watch;
    struct http *http;
    struct helper helper; /* keeps a report */
    struct editor *editor;
    struct arena *arena; /* lives as long as the desk */
    bool is_written;     /* a file of the edition, since the report was made */
};

/* A request on its way: the arena lives until it is answered. */
struct call {
    struct desk *desk;
    struct http_request *request;
    struct arena *arena;
    const char *argument; /* what follows the word in the address */
};

/* routes.c */
void call_reply_json(const struct call *call, const struct buffer *json);
void call_reply_text(const struct call *call, int status, const char *text);

/* acts.c: what is done for a request; and after the helper has ended. */
void act_show(const struct call *call);
void act_open(const struct call *call);
void act_keep(const struct call *call);
void act_kept(struct desk *desk, bool good);

/* downloads.c: the report as a file, by the name of that; and what there is, for the page's buttons. */
void downloads_answer(const struct call *call, const char *file);
void view_downloads(struct json *json, const char *key);

/* edits.c: what is written into the edition's files. The first three are for whoever has a change of its own: whether it
 * may be, else it is answered; the answer; a change that is tried, written and answered. */
bool edits_may_write(const struct call *call);
void edits_reply(const struct call *call, enum editor_result result, const struct diag *diag);
void edits_apply(const struct call *call, const struct edit_change *change);
void edits_value(const struct call *call);
void edits_several(const struct call *call);
void edits_entry(const struct call *call);
void edits_add(const struct call *call);
void edits_undo(const struct call *call);
void edits_redo(const struct call *call);

/* edits_finding.c */
void edits_acknowledge(const struct call *call);
void edits_mend(const struct call *call);

/* faults.c: how what a message speaks of can be changed where the message is: as a value, or, where the edition has
 * errors, as a line of its file. */
void edits_lines(const struct call *call);
void view_fixes(const struct desk *desk, const struct job *job, const struct diag *diag,
                const struct diag_style *style, struct buffer *out);

/* views.c: what a browser is told, as JSON. */
void view_page(const struct report_page *page, struct buffer *out);
void view_state(const struct desk *desk, struct buffer *out);
void view_fields(const struct desk *desk, struct buffer *out);
void view_lists(const struct desk *desk, struct buffer *out);
void view_field(struct json *json, const struct edit_field *field);
void view_messages(struct json *json, const char *key, const struct diag *diag,
                   enum diag_language language);
void view_findings(const struct desk *desk, struct buffer *out);

/* view_spots.c: a spot, with where else the same is; and of each message, in their order of printing, the boxes that it
 * speaks of. */
void view_spot(const struct desk *desk, const struct spot *spot, struct buffer *out);
void view_boxes(const struct desk *desk, const struct diag *diag, const struct diag_style *style,
                struct buffer *out);

/* view_bones.c: the lines and boxes of a page. */
void view_bones(const struct page *page, struct buffer *out);

/* routes.c: answers a request; the closure is the desk. */
void routes_answer(void *closure, struct http_request *request);

#endif
