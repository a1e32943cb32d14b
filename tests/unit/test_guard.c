/* The desk answers only who has its address from the desk itself. */
#include "unit.h"

#include "desk/guard.h"

static struct guard guard;
static char path[64];

static int set_up(void **state)
{
    (void)state;
    assert_true(guard_new(&guard, 4711));
    snprintf(path, sizeof path, "/%s/state", guard.token);
    return 0;
}

static struct guard_request own(void)
{
    return (struct guard_request){.method = "GET", .path = path, .host = "127.0.0.1:4711"};
}

static void gives_what_follows_the_token(void **state)
{
    (void)state;
    struct guard_request request = own();
    assert_string_equal(guard_check(&guard, &request), "/state");
    request.host = "localhost:4711";
    assert_string_equal(guard_check(&guard, &request), "/state");
}

static void refuses_another_token(void **state)
{
    (void)state;
    struct guard_request request = own();
    path[GUARD_TOKEN] = path[GUARD_TOKEN] == '0' ? '1' : '0';
    assert_null(guard_check(&guard, &request));
    request.path = "/";
    assert_null(guard_check(&guard, &request));
    request.path = "/state";
    assert_null(guard_check(&guard, &request));
}

static void refuses_a_token_that_runs_on(void **state)
{
    (void)state;
    char longer[80];
    snprintf(longer, sizeof longer, "/%s0/state", guard.token);
    struct guard_request request = own();
    request.path = longer;
    assert_null(guard_check(&guard, &request));
}

static void refuses_foreign_hosts(void **state)
{
    (void)state;
    static const char *const HOSTS[] = {"evil.example:4711", "127.0.0.1", "127.0.0.1:80",
                                        "127.0.0.1:47110",   "",          NULL};
    for (size_t i = 0; i < sizeof HOSTS / sizeof *HOSTS; i++) {
        struct guard_request request = own();
        request.host = HOSTS[i];
        assert_null(guard_check(&guard, &request));
    }
}

static void refuses_foreign_origins(void **state)
{
    (void)state;
    static const char *const ORIGINS[] = {"http://evil.example", "https://127.0.0.1:4711", "null",
                                          "http://127.0.0.1:4712"};
    for (size_t i = 0; i < sizeof ORIGINS / sizeof *ORIGINS; i++) {
        struct guard_request request = own();
        request.origin = ORIGINS[i];
        assert_null(guard_check(&guard, &request));
    }
    struct guard_request request = own();
    request.site = "cross-site";
    assert_null(guard_check(&guard, &request));
}

static void lets_only_its_own_page_write(void **state)
{
    (void)state;
    struct guard_request request = own();
    request.method = "POST";
    assert_null(guard_check(&guard, &request));
    request.origin = "http://127.0.0.1:4711";
    assert_non_null(guard_check(&guard, &request));
}

static void gives_every_desk_a_token_of_its_own(void **state)
{
    (void)state;
    struct guard other;
    assert_true(guard_new(&other, 4711));
    assert_int_equal(strlen(other.token), GUARD_TOKEN);
    assert_string_not_equal(other.token, guard.token);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(gives_what_follows_the_token, set_up),
        cmocka_unit_test_setup(refuses_another_token, set_up),
        cmocka_unit_test_setup(refuses_a_token_that_runs_on, set_up),
        cmocka_unit_test_setup(refuses_foreign_hosts, set_up),
        cmocka_unit_test_setup(refuses_foreign_origins, set_up),
        cmocka_unit_test_setup(lets_only_its_own_page_write, set_up),
        cmocka_unit_test_setup(gives_every_desk_a_token_of_its_own, set_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
