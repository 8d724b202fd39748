using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Directino.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    instagram_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    app_scoped_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    page_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    username = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    picture_url = table.Column<string>(type: "text", nullable: true),
                    account_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    time_zone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    scopes = table.Column<string>(type: "text", nullable: false),
                    may_publish = table.Column<bool>(type: "boolean", nullable: false),
                    may_comment = table.Column<bool>(type: "boolean", nullable: false),
                    may_message = table.Column<bool>(type: "boolean", nullable: false),
                    may_read_insights = table.Column<bool>(type: "boolean", nullable: false),
                    may_delete = table.Column<bool>(type: "boolean", nullable: false),
                    may_tag_products = table.Column<bool>(type: "boolean", nullable: false),
                    sealed_token = table.Column<byte[]>(type: "bytea", nullable: true),
                    token_issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    token_expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    token_warned_days = table.Column<int>(type: "integer", nullable: true),
                    login_asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    subscribed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    subscription_error = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    followers_count = table.Column<int>(type: "integer", nullable: true),
                    quota_total = table.Column<int>(type: "integer", nullable: true),
                    quota_window = table.Column<TimeSpan>(type: "interval", nullable: true),
                    quota_elsewhere = table.Column<int>(type: "integer", nullable: false),
                    quota_read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    connected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    connected_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "acts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    capability = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    cause_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    cause_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cause_detail = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    follower_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    request = table.Column<string>(type: "text", nullable: false),
                    fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    once_key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    urgency = table.Column<int>(type: "integer", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    lane = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    claimed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    sending_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    instagram_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    reason = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    error_detail = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "approval_rules",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approval_rules", x => x.workspace_id);
                });

            migrationBuilder.CreateTable(
                name: "campaigns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    key = table.Column<string>(type: "character varying(180)", maxLength: 180, nullable: false),
                    brief = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    color = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    first = table.Column<DateOnly>(type: "date", nullable: true),
                    last = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campaigns", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "client_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    secret_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_client_links", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "commented_posts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    media_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    caption = table.Column<string>(type: "text", nullable: true),
                    picture_url = table.Column<string>(type: "text", nullable: true),
                    permalink = table.Column<string>(type: "text", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    comments_counted = table.Column<long>(type: "bigint", nullable: true),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commented_posts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "comments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    instagram_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    parent_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    media_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    is_ours = table.Column<bool>(type: "boolean", nullable: false),
                    is_live = table.Column<bool>(type: "boolean", nullable: false),
                    follower_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    time_is_exact = table.Column<bool>(type: "boolean", nullable: false),
                    is_hidden = table.Column<bool>(type: "boolean", nullable: false),
                    gone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    act_id = table.Column<Guid>(type: "uuid", nullable: true),
                    is_automated = table.Column<bool>(type: "boolean", nullable: false),
                    author_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    author_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "connect_attempts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    browser_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    asked = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    callback = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sealed_user_token = table.Column<byte[]>(type: "bytea", nullable: true),
                    granted = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_connect_attempts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "conversations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    follower_id = table.Column<Guid>(type: "uuid", nullable: true),
                    post_id = table.Column<Guid>(type: "uuid", nullable: true),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_text = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    last_is_ours = table.Column<bool>(type: "boolean", nullable: false),
                    last_inbound_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_outbound_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    unread = table.Column<int>(type: "integer", nullable: false),
                    waiting_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    has_automated = table.Column<bool>(type: "boolean", nullable: false),
                    window_ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_standby = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conversations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "daily_numbers",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    metric = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    value = table.Column<long>(type: "bigint", nullable: true),
                    missing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fetched_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_daily_numbers", x => new { x.account_id, x.metric, x.day });
                });

            migrationBuilder.CreateTable(
                name: "data_deletions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_deletions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "data_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wrapped = table.Column<byte[]>(type: "bytea", nullable: false),
                    master_version = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: true),
                    xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "day_calendars",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    color = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sealed_address = table.Column<byte[]>(type: "bytea", maxLength: 8000, nullable: true),
                    host = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    known_until = table.Column<DateOnly>(type: "date", nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    trouble = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_day_calendars", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "day_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first = table.Column<DateOnly>(type: "date", nullable: false),
                    last = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    color = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_day_notes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "due_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    lane = table.Column<int>(type: "integer", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    last_error = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_due_items", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "followers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    instagram_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    username = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    picture_url = table.Column<string>(type: "text", nullable: true),
                    follows_account = table.Column<bool>(type: "boolean", nullable: true),
                    followers_count = table.Column<long>(type: "bigint", nullable: true),
                    profile_read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    opted_out_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    opt_changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    first_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_followers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inbox_syncs",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conversations = table.Column<string>(type: "text", nullable: false),
                    messages = table.Column<string>(type: "text", nullable: false),
                    posts = table.Column<string>(type: "text", nullable: false),
                    round_began = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    complete_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_syncs", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "insight_posts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    media_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    product_type = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    media_type = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    caption = table.Column<string>(type: "character varying(2300)", maxLength: 2300, nullable: true),
                    permalink = table.Column<string>(type: "text", nullable: true),
                    picture_url = table.Column<string>(type: "text", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    likes = table.Column<long>(type: "bigint", nullable: true),
                    comments = table.Column<long>(type: "bigint", nullable: true),
                    views = table.Column<long>(type: "bigint", nullable: true),
                    reach = table.Column<long>(type: "bigint", nullable: true),
                    interactions = table.Column<long>(type: "bigint", nullable: true),
                    saved = table.Column<long>(type: "bigint", nullable: true),
                    shares = table.Column<long>(type: "bigint", nullable: true),
                    listed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    numbers_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    gone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_insight_posts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "insights_progress",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    newest_listed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    all_listed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    listing_after = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    listed_so_far = table.Column<int>(type: "integer", nullable: false),
                    trouble = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    trouble_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_insights_progress", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "intake_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    key = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    instagram_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    conversation = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    lane = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", maxLength: 40, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_error = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    payload = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_intake_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    invited_by = table.Column<Guid>(type: "uuid", nullable: false),
                    secret_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "labels",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    color = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_labels", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "media_folders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_media_folders", x => x.id);
                    table.ForeignKey(
                        name: "fk_media_folders_media_folders_parent_id",
                        column: x => x.parent_id,
                        principalTable: "media_folders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "memberships",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    joined_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_memberships", x => new { x.workspace_id, x.person_id });
                });

            migrationBuilder.CreateTable(
                name: "messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mid = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    is_ours = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    attachments = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    attachment_url = table.Column<string>(type: "text", nullable: true),
                    about_story = table.Column<bool>(type: "boolean", nullable: false),
                    comment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reply_to_mid = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    reaction = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    edited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    edits = table.Column<int>(type: "integer", nullable: false),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_standby = table.Column<bool>(type: "boolean", nullable: false),
                    act_id = table.Column<Guid>(type: "uuid", nullable: true),
                    is_automated = table.Column<bool>(type: "boolean", nullable: false),
                    author_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    author_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "online_hours",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    counts = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    missing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    fetched_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_online_hours", x => new { x.account_id, x.day });
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    display_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    user_name = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    accepted_policy = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    accepted_policy_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    confirmed_age_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "publications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    container_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    container_made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ready_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    polls = table.Column<int>(type: "integer", nullable: false),
                    verdict = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    verdict_detail = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    is_over = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_publications", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "publishing_pauses",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_publishing_pauses", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "snippets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    key = table.Column<string>(type: "character varying(180)", maxLength: 180, nullable: false),
                    text = table.Column<string>(type: "character varying(2200)", maxLength: 2200, nullable: false),
                    language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_snippets", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unsupported_metrics",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    metric = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    refused_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unsupported_metrics", x => new { x.account_id, x.subject, x.metric });
                });

            migrationBuilder.CreateTable(
                name: "window_numbers",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    metric = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    value = table.Column<long>(type: "bigint", nullable: true),
                    missing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fetched_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_window_numbers", x => new { x.account_id, x.metric, x.days, x.last_day });
                });

            migrationBuilder.CreateTable(
                name: "workflow_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    workflow_id = table.Column<Guid>(type: "uuid", nullable: false),
                    comment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    follower_id = table.Column<Guid>(type: "uuid", nullable: true),
                    media_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    rule = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    public_act_id = table.Column<Guid>(type: "uuid", nullable: true),
                    private_act_id = table.Column<Guid>(type: "uuid", nullable: true),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workflow_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "workflows",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    on_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    keywords = table.Column<string>(type: "text", nullable: false),
                    media_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    public_texts = table.Column<string>(type: "text", nullable: false),
                    private_text = table.Column<string>(type: "text", nullable: false),
                    disclosure = table.Column<string>(type: "text", nullable: false),
                    answered = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workflows", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "workspaces",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    time_zone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    grace = table.Column<TimeSpan>(type: "interval", nullable: false),
                    is_demo = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workspaces", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evergreen_pools",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_on = table.Column<bool>(type: "boolean", nullable: false),
                    cool_down_days = table.Column<int>(type: "integer", nullable: false),
                    per_day = table.Column<int>(type: "integer", nullable: false),
                    per_week = table.Column<int>(type: "integer", nullable: false),
                    trouble = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evergreen_pools", x => x.account_id);
                    table.ForeignKey(
                        name: "fk_evergreen_pools_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "evergreen_posts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    media = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    labels = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_resting = table.Column<bool>(type: "boolean", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    uses = table.Column<int>(type: "integer", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evergreen_posts", x => x.id);
                    table.ForeignKey(
                        name: "fk_evergreen_posts_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "evergreen_uses",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    evergreen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evergreen_uses", x => new { x.account_id, x.slot });
                    table.ForeignKey(
                        name: "fk_evergreen_uses_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "timetables",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_paused = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timetables", x => x.account_id);
                    table.ForeignKey(
                        name: "fk_timetables_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "post_series",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    media = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    labels = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: true),
                    language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    rule = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    time = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    is_paused = table.Column<bool>(type: "boolean", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    handled_until = table.Column<DateOnly>(type: "date", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    edition_from = table.Column<DateOnly>(type: "date", nullable: false),
                    trouble = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post_series", x => x.id);
                    table.ForeignKey(
                        name: "fk_post_series_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_post_series_campaigns_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaigns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "calendar_days",
                columns: table => new
                {
                    calendar_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first = table.Column<DateOnly>(type: "date", nullable: false),
                    last = table.Column<DateOnly>(type: "date", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_days", x => new { x.calendar_id, x.place });
                    table.ForeignKey(
                        name: "fk_calendar_days_day_calendars_calendar_id",
                        column: x => x.calendar_id,
                        principalTable: "day_calendars",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "post_numbers",
                columns: table => new
                {
                    metric = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    value = table.Column<long>(type: "bigint", nullable: true),
                    missing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fetched_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post_numbers", x => new { x.post_id, x.metric, x.day });
                    table.ForeignKey(
                        name: "fk_post_numbers_insight_posts_post_id",
                        column: x => x.post_id,
                        principalTable: "insight_posts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "media_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    progress = table.Column<int>(type: "integer", nullable: false),
                    refusal = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    duration = table.Column<TimeSpan>(type: "interval", nullable: true),
                    poster_at = table.Column<TimeSpan>(type: "interval", nullable: true),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    folder_id = table.Column<Guid>(type: "uuid", nullable: true),
                    alt_text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    thumbnail_key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    uncropped_key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    source_key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    worker_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    added_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_media_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_media_items_media_folders_folder_id",
                        column: x => x.folder_id,
                        principalTable: "media_folders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    secret_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    beginning = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_keys", x => x.id);
                    table.ForeignKey(
                        name: "fk_api_keys_memberships_workspace_id_person_id",
                        columns: x => new { x.workspace_id, x.person_id },
                        principalTable: "memberships",
                        principalColumns: new[] { "workspace_id", "person_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "approvers",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approvers", x => new { x.workspace_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_approvers_approval_rules_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "approval_rules",
                        principalColumn: "workspace_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_approvers_memberships_workspace_id_person_id",
                        columns: x => new { x.workspace_id, x.person_id },
                        principalTable: "memberships",
                        principalColumns: new[] { "workspace_id", "person_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "keyed_requests",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    caller = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    key_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    request_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_in_doubt = table.Column<bool>(type: "boolean", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: true),
                    content_type = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    location = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    e_tag = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    body = table.Column<byte[]>(type: "bytea", maxLength: 262144, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_keyed_requests", x => new { x.workspace_id, x.person_id, x.caller, x.key_hash });
                    table.ForeignKey(
                        name: "fk_keyed_requests_memberships_workspace_id_person_id",
                        columns: x => new { x.workspace_id, x.person_id },
                        principalTable: "memberships",
                        principalColumns: new[] { "workspace_id", "person_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notification_switches",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    in_app = table.Column<bool>(type: "boolean", nullable: false),
                    by_mail = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notification_switches", x => new { x.workspace_id, x.person_id, x.kind });
                    table.ForeignKey(
                        name: "fk_notification_switches_memberships_workspace_id_person_id",
                        columns: x => new { x.workspace_id, x.person_id },
                        principalTable: "memberships",
                        principalColumns: new[] { "workspace_id", "person_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notifications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    client_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    sentence = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    detail = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    in_app = table.Column<bool>(type: "boolean", nullable: false),
                    letter = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    letter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    letter_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notifications", x => x.id);
                    table.ForeignKey(
                        name: "fk_notifications_memberships_workspace_id_person_id",
                        columns: x => new { x.workspace_id, x.person_id },
                        principalTable: "memberships",
                        principalColumns: new[] { "workspace_id", "person_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_feeds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    secret_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_feeds", x => x.id);
                    table.ForeignKey(
                        name: "fk_plan_feeds_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_plan_feeds_memberships_workspace_id_person_id",
                        columns: x => new { x.workspace_id, x.person_id },
                        principalTable: "memberships",
                        principalColumns: new[] { "workspace_id", "person_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_imports",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    unused = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_imports", x => new { x.workspace_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_plan_imports_memberships_workspace_id_person_id",
                        columns: x => new { x.workspace_id, x.person_id },
                        principalTable: "memberships",
                        principalColumns: new[] { "workspace_id", "person_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "uploads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    refusal = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_uploads", x => x.id);
                    table.ForeignKey(
                        name: "fk_uploads_memberships_workspace_id_person_id",
                        columns: x => new { x.workspace_id, x.person_id },
                        principalTable: "memberships",
                        principalColumns: new[] { "workspace_id", "person_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "working_copies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: true),
                    content = table.Column<string>(type: "text", nullable: false),
                    others = table.Column<string>(type: "text", nullable: false),
                    media = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: true),
                    time = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    base_version = table.Column<int>(type: "integer", nullable: true),
                    base_revision = table.Column<int>(type: "integer", nullable: true),
                    base_slot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    kept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sorting = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_working_copies", x => x.id);
                    table.ForeignKey(
                        name: "fk_working_copies_memberships_workspace_id_person_id",
                        columns: x => new { x.workspace_id, x.person_id },
                        principalTable: "memberships",
                        principalColumns: new[] { "workspace_id", "person_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "person_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_person_claims_people_user_id",
                        column: x => x.user_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "person_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_person_logins_people_user_id",
                        column: x => x.user_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "person_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_person_tokens_people_user_id",
                        column: x => x.user_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "publication_items",
                columns: table => new
                {
                    position = table.Column<int>(type: "integer", nullable: false),
                    publication_id = table.Column<Guid>(type: "uuid", nullable: false),
                    container_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_ready = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_publication_items", x => new { x.publication_id, x.position });
                    table.ForeignKey(
                        name: "fk_publication_items_publications_publication_id",
                        column: x => x.publication_id,
                        principalTable: "publications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "data_deletion_parts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    deletion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    erased = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_deletion_parts", x => x.id);
                    table.ForeignKey(
                        name: "fk_data_deletion_parts_workspace_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "timetable_slots",
                columns: table => new
                {
                    weekday = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    time = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timetable_slots", x => new { x.account_id, x.weekday, x.time });
                    table.ForeignKey(
                        name: "fk_timetable_slots_timetables_account_id",
                        column: x => x.account_id,
                        principalTable: "timetables",
                        principalColumn: "account_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "series_days",
                columns: table => new
                {
                    series_id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: true),
                    slot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    print = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    objection = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_series_days", x => new { x.series_id, x.date });
                    table.ForeignKey(
                        name: "fk_series_days_post_series_series_id",
                        column: x => x.series_id,
                        principalTable: "post_series",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "media_labels",
                columns: table => new
                {
                    label_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_media_labels", x => new { x.label_id, x.item_id });
                    table.ForeignKey(
                        name: "fk_media_labels_labels_label_id",
                        column: x => x.label_id,
                        principalTable: "labels",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_media_labels_media_item_item_id",
                        column: x => x.item_id,
                        principalTable: "media_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "media_words",
                columns: table => new
                {
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    word = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_media_words", x => new { x.item_id, x.word });
                    table.ForeignKey(
                        name: "fk_media_words_media_item_item_id",
                        column: x => x.item_id,
                        principalTable: "media_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "posts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: true),
                    caption = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    options = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    cover_id = table.Column<Guid>(type: "uuid", nullable: true),
                    is_by_hand = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    slot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    held_slot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    approval = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    reason_detail = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    reason_item = table.Column<int>(type: "integer", nullable: true),
                    instagram_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    permalink = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    import_key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    scheduled_by = table.Column<Guid>(type: "uuid", nullable: true),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_posts", x => x.id);
                    table.ForeignKey(
                        name: "fk_posts_campaigns_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaigns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_posts_media_items_cover_id",
                        column: x => x.cover_id,
                        principalTable: "media_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_import_rows",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    cells = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_import_rows", x => new { x.workspace_id, x.person_id, x.line });
                    table.ForeignKey(
                        name: "fk_plan_import_rows_plan_imports_workspace_id_person_id",
                        columns: x => new { x.workspace_id, x.person_id },
                        principalTable: "plan_imports",
                        principalColumns: new[] { "workspace_id", "person_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "approval_steps",
                columns: table => new
                {
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    link_id = table.Column<Guid>(type: "uuid", nullable: true),
                    client_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    sentence = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approval_steps", x => new { x.post_id, x.number });
                    table.ForeignKey(
                        name: "fk_approval_steps_post_post_id",
                        column: x => x.post_id,
                        principalTable: "posts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "client_link_posts",
                columns: table => new
                {
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    link_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_client_link_posts", x => new { x.link_id, x.post_id });
                    table.ForeignKey(
                        name: "fk_client_link_posts_client_links_link_id",
                        column: x => x.link_id,
                        principalTable: "client_links",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_client_link_posts_post_post_id",
                        column: x => x.post_id,
                        principalTable: "posts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hand_steps",
                columns: table => new
                {
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hand_steps", x => new { x.post_id, x.number });
                    table.ForeignKey(
                        name: "fk_hand_steps_post_post_id",
                        column: x => x.post_id,
                        principalTable: "posts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "held_back_posts",
                columns: table => new
                {
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_held_back_posts", x => x.post_id);
                    table.ForeignKey(
                        name: "fk_held_back_posts_posts_post_id",
                        column: x => x.post_id,
                        principalTable: "posts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ideas",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    text = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false),
                    links = table.Column<string>(type: "text", nullable: false),
                    media = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    labels = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    post_id = table.Column<Guid>(type: "uuid", nullable: true),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ideas", x => x.id);
                    table.ForeignKey(
                        name: "fk_ideas_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_ideas_post_post_id",
                        column: x => x.post_id,
                        principalTable: "posts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "post_items",
                columns: table => new
                {
                    position = table.Column<int>(type: "integer", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    media_id = table.Column<Guid>(type: "uuid", nullable: false),
                    alt_text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    people = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    products = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post_items", x => new { x.post_id, x.position });
                    table.ForeignKey(
                        name: "fk_post_items_media_items_media_id",
                        column: x => x.media_id,
                        principalTable: "media_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_post_items_posts_post_id",
                        column: x => x.post_id,
                        principalTable: "posts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "post_labels",
                columns: table => new
                {
                    label_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post_labels", x => new { x.post_id, x.label_id });
                    table.ForeignKey(
                        name: "fk_post_labels_labels_label_id",
                        column: x => x.label_id,
                        principalTable: "labels",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_post_labels_posts_post_id",
                        column: x => x.post_id,
                        principalTable: "posts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "post_versions",
                columns: table => new
                {
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    slot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    changes = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    restored_from = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post_versions", x => new { x.post_id, x.number });
                    table.ForeignKey(
                        name: "fk_post_versions_posts_post_id",
                        column: x => x.post_id,
                        principalTable: "posts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "remarks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    answer_to = table.Column<Guid>(type: "uuid", nullable: true),
                    media_id = table.Column<Guid>(type: "uuid", nullable: true),
                    x = table.Column<double>(type: "double precision", nullable: true),
                    y = table.Column<double>(type: "double precision", nullable: true),
                    quote = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    link_id = table.Column<Guid>(type: "uuid", nullable: true),
                    client_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    done_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_remarks", x => x.id);
                    table.ForeignKey(
                        name: "fk_remarks_posts_post_id",
                        column: x => x.post_id,
                        principalTable: "posts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_remarks_remarks_answer_to",
                        column: x => x.answer_to,
                        principalTable: "remarks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_app_scoped_id",
                table: "accounts",
                column: "app_scoped_id");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_instagram_id",
                table: "accounts",
                column: "instagram_id");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_workspace_id_instagram_id",
                table: "accounts",
                columns: new[] { "workspace_id", "instagram_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_acts_account_id_id",
                table: "acts",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_acts_account_id_once_key",
                table: "acts",
                columns: new[] { "account_id", "once_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_acts_account_id_urgency_id",
                table: "acts",
                columns: new[] { "account_id", "urgency", "id" },
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_acts_lane_due_at",
                table: "acts",
                columns: new[] { "lane", "due_at" },
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_acts_subject_id",
                table: "acts",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "ix_acts_workspace_id_id",
                table: "acts",
                columns: new[] { "workspace_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_acts_workspace_id_state_id",
                table: "acts",
                columns: new[] { "workspace_id", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_api_keys_secret_hash",
                table: "api_keys",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_api_keys_workspace_id_person_id",
                table: "api_keys",
                columns: new[] { "workspace_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_calendar_days_workspace_id_first",
                table: "calendar_days",
                columns: new[] { "workspace_id", "first" });

            migrationBuilder.CreateIndex(
                name: "ix_campaigns_workspace_id_key",
                table: "campaigns",
                columns: new[] { "workspace_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_client_link_posts_post_id",
                table: "client_link_posts",
                column: "post_id");

            migrationBuilder.CreateIndex(
                name: "ix_client_links_secret_hash",
                table: "client_links",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_client_links_workspace_id_created_at",
                table: "client_links",
                columns: new[] { "workspace_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_commented_posts_account_id_media_id",
                table: "commented_posts",
                columns: new[] { "account_id", "media_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_commented_posts_workspace_id_published_at",
                table: "commented_posts",
                columns: new[] { "workspace_id", "published_at" });

            migrationBuilder.CreateIndex(
                name: "ix_comments_account_id_at",
                table: "comments",
                columns: new[] { "account_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_comments_account_id_follower_id",
                table: "comments",
                columns: new[] { "account_id", "follower_id" });

            migrationBuilder.CreateIndex(
                name: "ix_comments_account_id_instagram_id",
                table: "comments",
                columns: new[] { "account_id", "instagram_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_comments_act_id",
                table: "comments",
                column: "act_id");

            migrationBuilder.CreateIndex(
                name: "ix_comments_conversation_id_at",
                table: "comments",
                columns: new[] { "conversation_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_connect_attempts_state_hash",
                table: "connect_attempts",
                column: "state_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_conversations_account_id_kind_key",
                table: "conversations",
                columns: new[] { "account_id", "kind", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_conversations_follower_id",
                table: "conversations",
                column: "follower_id");

            migrationBuilder.CreateIndex(
                name: "ix_conversations_post_id",
                table: "conversations",
                column: "post_id");

            migrationBuilder.CreateIndex(
                name: "ix_conversations_workspace_id_kind_last_at",
                table: "conversations",
                columns: new[] { "workspace_id", "kind", "last_at" });

            migrationBuilder.CreateIndex(
                name: "ix_conversations_workspace_id_last_at",
                table: "conversations",
                columns: new[] { "workspace_id", "last_at" });

            migrationBuilder.CreateIndex(
                name: "ix_conversations_workspace_id_waiting_since",
                table: "conversations",
                columns: new[] { "workspace_id", "waiting_since" },
                filter: "waiting_since IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_daily_numbers_workspace_id_day",
                table: "daily_numbers",
                columns: new[] { "workspace_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_data_deletion_parts_deletion_id",
                table: "data_deletion_parts",
                column: "deletion_id");

            migrationBuilder.CreateIndex(
                name: "ix_data_deletion_parts_workspace_id",
                table: "data_deletion_parts",
                column: "workspace_id");

            migrationBuilder.CreateIndex(
                name: "ix_data_deletions_code_hash",
                table: "data_deletions",
                column: "code_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_data_keys_workspace_id_created_at",
                table: "data_keys",
                columns: new[] { "workspace_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_day_calendars_workspace_id",
                table: "day_calendars",
                column: "workspace_id");

            migrationBuilder.CreateIndex(
                name: "ix_day_notes_workspace_id_first",
                table: "day_notes",
                columns: new[] { "workspace_id", "first" });

            migrationBuilder.CreateIndex(
                name: "ix_due_items_account_id_due_at",
                table: "due_items",
                columns: new[] { "account_id", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_due_items_kind_subject_id",
                table: "due_items",
                columns: new[] { "kind", "subject_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_due_items_lane_due_at",
                table: "due_items",
                columns: new[] { "lane", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_evergreen_pools_workspace_id",
                table: "evergreen_pools",
                column: "workspace_id");

            migrationBuilder.CreateIndex(
                name: "ix_evergreen_posts_account_id_post_id",
                table: "evergreen_posts",
                columns: new[] { "account_id", "post_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_evergreen_posts_workspace_id",
                table: "evergreen_posts",
                column: "workspace_id");

            migrationBuilder.CreateIndex(
                name: "ix_evergreen_uses_post_id",
                table: "evergreen_uses",
                column: "post_id");

            migrationBuilder.CreateIndex(
                name: "ix_followers_account_id_instagram_id",
                table: "followers",
                columns: new[] { "account_id", "instagram_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_followers_workspace_id_id",
                table: "followers",
                columns: new[] { "workspace_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_held_back_posts_account_id_slot",
                table: "held_back_posts",
                columns: new[] { "account_id", "slot" });

            migrationBuilder.CreateIndex(
                name: "ix_ideas_account_id",
                table: "ideas",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_post_id",
                table: "ideas",
                column: "post_id");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_workspace_id_id",
                table: "ideas",
                columns: new[] { "workspace_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_insight_posts_account_id_media_id",
                table: "insight_posts",
                columns: new[] { "account_id", "media_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_insight_posts_account_id_numbers_due_at",
                table: "insight_posts",
                columns: new[] { "account_id", "numbers_due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_insight_posts_account_id_published_at",
                table: "insight_posts",
                columns: new[] { "account_id", "published_at" });

            migrationBuilder.CreateIndex(
                name: "ix_insight_posts_workspace_id_published_at",
                table: "insight_posts",
                columns: new[] { "workspace_id", "published_at" });

            migrationBuilder.CreateIndex(
                name: "ix_insights_progress_workspace_id",
                table: "insights_progress",
                column: "workspace_id");

            migrationBuilder.CreateIndex(
                name: "ix_intake_events_key",
                table: "intake_events",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_intake_events_lane_id",
                table: "intake_events",
                columns: new[] { "lane", "id" },
                filter: "state = 0");

            migrationBuilder.CreateIndex(
                name: "ix_intake_events_received_at",
                table: "intake_events",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_secret_hash",
                table: "invitations",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitations_workspace_id_created_at",
                table: "invitations",
                columns: new[] { "workspace_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_keyed_requests_started_at",
                table: "keyed_requests",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "ix_labels_workspace_id_key",
                table: "labels",
                columns: new[] { "workspace_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_media_folders_parent_id",
                table: "media_folders",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_media_folders_workspace_id_key",
                table: "media_folders",
                columns: new[] { "workspace_id", "key" },
                unique: true,
                filter: "parent_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_media_folders_workspace_id_parent_id_key",
                table: "media_folders",
                columns: new[] { "workspace_id", "parent_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_media_items_folder_id",
                table: "media_items",
                column: "folder_id");

            migrationBuilder.CreateIndex(
                name: "ix_media_items_workspace_id_folder_id_id",
                table: "media_items",
                columns: new[] { "workspace_id", "folder_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_media_items_workspace_id_folder_id_name_key_id",
                table: "media_items",
                columns: new[] { "workspace_id", "folder_id", "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_media_items_workspace_id_id",
                table: "media_items",
                columns: new[] { "workspace_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_media_items_workspace_id_key",
                table: "media_items",
                columns: new[] { "workspace_id", "key" });

            migrationBuilder.CreateIndex(
                name: "ix_media_items_workspace_id_kind_id",
                table: "media_items",
                columns: new[] { "workspace_id", "kind", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_media_items_workspace_id_kind_name_key_id",
                table: "media_items",
                columns: new[] { "workspace_id", "kind", "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_media_items_workspace_id_name_key_id",
                table: "media_items",
                columns: new[] { "workspace_id", "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_media_items_workspace_id_source_key",
                table: "media_items",
                columns: new[] { "workspace_id", "source_key" });

            migrationBuilder.CreateIndex(
                name: "ix_media_labels_item_id",
                table: "media_labels",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_media_words_workspace_id_word_item_id",
                table: "media_words",
                columns: new[] { "workspace_id", "word", "item_id" });

            migrationBuilder.CreateIndex(
                name: "ix_memberships_person_id",
                table: "memberships",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_messages_account_id_mid",
                table: "messages",
                columns: new[] { "account_id", "mid" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_messages_act_id",
                table: "messages",
                column: "act_id");

            migrationBuilder.CreateIndex(
                name: "ix_messages_comment_id",
                table: "messages",
                column: "comment_id");

            migrationBuilder.CreateIndex(
                name: "ix_messages_conversation_id_at",
                table: "messages",
                columns: new[] { "conversation_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_notifications_letter_id",
                table: "notifications",
                column: "letter_id");

            migrationBuilder.CreateIndex(
                name: "ix_notifications_subject_id",
                table: "notifications",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "ix_notifications_workspace_id_person_id_id",
                table: "notifications",
                columns: new[] { "workspace_id", "person_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_notifications_workspace_id_person_id_read_at",
                table: "notifications",
                columns: new[] { "workspace_id", "person_id", "read_at" });

            migrationBuilder.CreateIndex(
                name: "ix_online_hours_workspace_id",
                table: "online_hours",
                column: "workspace_id");

            migrationBuilder.CreateIndex(
                name: "ix_people_normalized_email",
                table: "people",
                column: "normalized_email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_people_normalized_user_name",
                table: "people",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_claims_user_id",
                table: "person_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_logins_user_id",
                table: "person_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_feeds_account_id",
                table: "plan_feeds",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_feeds_secret_hash",
                table: "plan_feeds",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_feeds_workspace_id_person_id",
                table: "plan_feeds",
                columns: new[] { "workspace_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_post_items_media_id",
                table: "post_items",
                column: "media_id");

            migrationBuilder.CreateIndex(
                name: "ix_post_labels_label_id",
                table: "post_labels",
                column: "label_id");

            migrationBuilder.CreateIndex(
                name: "ix_post_numbers_account_id",
                table: "post_numbers",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_post_numbers_workspace_id",
                table: "post_numbers",
                column: "workspace_id");

            migrationBuilder.CreateIndex(
                name: "ix_post_series_account_id",
                table: "post_series",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_post_series_campaign_id",
                table: "post_series",
                column: "campaign_id");

            migrationBuilder.CreateIndex(
                name: "ix_post_series_workspace_id_id",
                table: "post_series",
                columns: new[] { "workspace_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_posts_account_id_at",
                table: "posts",
                columns: new[] { "account_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_posts_account_id_held_slot",
                table: "posts",
                columns: new[] { "account_id", "held_slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_posts_account_id_instagram_id",
                table: "posts",
                columns: new[] { "account_id", "instagram_id" });

            migrationBuilder.CreateIndex(
                name: "ix_posts_campaign_id_at",
                table: "posts",
                columns: new[] { "campaign_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_posts_cover_id",
                table: "posts",
                column: "cover_id");

            migrationBuilder.CreateIndex(
                name: "ix_posts_group_id",
                table: "posts",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "ix_posts_workspace_id_approval_id",
                table: "posts",
                columns: new[] { "workspace_id", "approval", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_posts_workspace_id_at",
                table: "posts",
                columns: new[] { "workspace_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_posts_workspace_id_id",
                table: "posts",
                columns: new[] { "workspace_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_posts_workspace_id_import_key",
                table: "posts",
                columns: new[] { "workspace_id", "import_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_publications_post_id_number",
                table: "publications",
                columns: new[] { "post_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_remarks_answer_to",
                table: "remarks",
                column: "answer_to");

            migrationBuilder.CreateIndex(
                name: "ix_remarks_post_id_at",
                table: "remarks",
                columns: new[] { "post_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_series_days_post_id",
                table: "series_days",
                column: "post_id");

            migrationBuilder.CreateIndex(
                name: "ix_snippets_workspace_id_key",
                table: "snippets",
                columns: new[] { "workspace_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_timetables_workspace_id",
                table: "timetables",
                column: "workspace_id");

            migrationBuilder.CreateIndex(
                name: "ix_unsupported_metrics_workspace_id",
                table: "unsupported_metrics",
                column: "workspace_id");

            migrationBuilder.CreateIndex(
                name: "ix_uploads_workspace_id_person_id",
                table: "uploads",
                columns: new[] { "workspace_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_window_numbers_workspace_id",
                table: "window_numbers",
                column: "workspace_id");

            migrationBuilder.CreateIndex(
                name: "ix_workflow_runs_account_id_follower_id_media_id",
                table: "workflow_runs",
                columns: new[] { "account_id", "follower_id", "media_id" });

            migrationBuilder.CreateIndex(
                name: "ix_workflow_runs_comment_id",
                table: "workflow_runs",
                column: "comment_id",
                unique: true,
                filter: "outcome = 'Answered'");

            migrationBuilder.CreateIndex(
                name: "ix_workflow_runs_workflow_id_comment_id",
                table: "workflow_runs",
                columns: new[] { "workflow_id", "comment_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_workflow_runs_workspace_id_workflow_id_at",
                table: "workflow_runs",
                columns: new[] { "workspace_id", "workflow_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_workflows_account_id",
                table: "workflows",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_workflows_workspace_id_id",
                table: "workflows",
                columns: new[] { "workspace_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_working_copies_workspace_id_person_id",
                table: "working_copies",
                columns: new[] { "workspace_id", "person_id" },
                unique: true,
                filter: "post_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_working_copies_workspace_id_person_id_post_id",
                table: "working_copies",
                columns: new[] { "workspace_id", "person_id", "post_id" },
                unique: true);
            migrationBuilder.Sql("ALTER TABLE intake_events ALTER COLUMN payload SET STORAGE EXTERNAL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acts");

            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "approval_steps");

            migrationBuilder.DropTable(
                name: "approvers");

            migrationBuilder.DropTable(
                name: "calendar_days");

            migrationBuilder.DropTable(
                name: "client_link_posts");

            migrationBuilder.DropTable(
                name: "commented_posts");

            migrationBuilder.DropTable(
                name: "comments");

            migrationBuilder.DropTable(
                name: "connect_attempts");

            migrationBuilder.DropTable(
                name: "conversations");

            migrationBuilder.DropTable(
                name: "daily_numbers");

            migrationBuilder.DropTable(
                name: "data_deletion_parts");

            migrationBuilder.DropTable(
                name: "data_deletions");

            migrationBuilder.DropTable(
                name: "data_keys");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "day_notes");

            migrationBuilder.DropTable(
                name: "due_items");

            migrationBuilder.DropTable(
                name: "evergreen_pools");

            migrationBuilder.DropTable(
                name: "evergreen_posts");

            migrationBuilder.DropTable(
                name: "evergreen_uses");

            migrationBuilder.DropTable(
                name: "followers");

            migrationBuilder.DropTable(
                name: "hand_steps");

            migrationBuilder.DropTable(
                name: "held_back_posts");

            migrationBuilder.DropTable(
                name: "ideas");

            migrationBuilder.DropTable(
                name: "inbox_syncs");

            migrationBuilder.DropTable(
                name: "insights_progress");

            migrationBuilder.DropTable(
                name: "intake_events");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "keyed_requests");

            migrationBuilder.DropTable(
                name: "media_labels");

            migrationBuilder.DropTable(
                name: "media_words");

            migrationBuilder.DropTable(
                name: "messages");

            migrationBuilder.DropTable(
                name: "notification_switches");

            migrationBuilder.DropTable(
                name: "notifications");

            migrationBuilder.DropTable(
                name: "online_hours");

            migrationBuilder.DropTable(
                name: "person_claims");

            migrationBuilder.DropTable(
                name: "person_logins");

            migrationBuilder.DropTable(
                name: "person_tokens");

            migrationBuilder.DropTable(
                name: "plan_feeds");

            migrationBuilder.DropTable(
                name: "plan_import_rows");

            migrationBuilder.DropTable(
                name: "post_items");

            migrationBuilder.DropTable(
                name: "post_labels");

            migrationBuilder.DropTable(
                name: "post_numbers");

            migrationBuilder.DropTable(
                name: "post_versions");

            migrationBuilder.DropTable(
                name: "publication_items");

            migrationBuilder.DropTable(
                name: "publishing_pauses");

            migrationBuilder.DropTable(
                name: "remarks");

            migrationBuilder.DropTable(
                name: "series_days");

            migrationBuilder.DropTable(
                name: "snippets");

            migrationBuilder.DropTable(
                name: "timetable_slots");

            migrationBuilder.DropTable(
                name: "unsupported_metrics");

            migrationBuilder.DropTable(
                name: "uploads");

            migrationBuilder.DropTable(
                name: "window_numbers");

            migrationBuilder.DropTable(
                name: "workflow_runs");

            migrationBuilder.DropTable(
                name: "workflows");

            migrationBuilder.DropTable(
                name: "working_copies");

            migrationBuilder.DropTable(
                name: "approval_rules");

            migrationBuilder.DropTable(
                name: "day_calendars");

            migrationBuilder.DropTable(
                name: "client_links");

            migrationBuilder.DropTable(
                name: "workspaces");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "plan_imports");

            migrationBuilder.DropTable(
                name: "labels");

            migrationBuilder.DropTable(
                name: "insight_posts");

            migrationBuilder.DropTable(
                name: "publications");

            migrationBuilder.DropTable(
                name: "posts");

            migrationBuilder.DropTable(
                name: "post_series");

            migrationBuilder.DropTable(
                name: "timetables");

            migrationBuilder.DropTable(
                name: "memberships");

            migrationBuilder.DropTable(
                name: "media_items");

            migrationBuilder.DropTable(
                name: "campaigns");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "media_folders");
        }
    }
}
