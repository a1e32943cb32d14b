/* A shelf for each kind of thing that jobs borrow. */
#include "job/session.h"

#include <stdlib.h>

#include "audit/audit.h"
#include "base/arena.h"
#include "claims/vocabulary.h"
#include "layout/layout.h"
#include "scheme/scheme.h"
#include "spell/speller.h"
#include "text/text.h"

struct session *session_new(const char *data)
{
    struct session *session = memory_zeroed(1, sizeof *session);
    session->data = data;
    session->schemes = kept_new(&scheme_kind);
    session->layouts = kept_new(&layout_kind);
    session->audit_words = kept_new(&audit_words_kind);
    session->vocabularies = kept_new(&vocabulary_kind);
    session->spellers = kept_new(&speller_kind);
    session->texts = kept_new(&text_resources_kind);
    return session;
}

void session_free(struct session *session)
{
    if (session == NULL)
        return;
    kept_free(session->texts);
    kept_free(session->audit_words);
    kept_free(session->vocabularies);
    kept_free(session->spellers);
    kept_free(session->layouts);
    kept_free(session->schemes);
    free(session);
}
