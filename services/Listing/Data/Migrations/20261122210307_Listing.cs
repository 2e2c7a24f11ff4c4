using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace NaraVard.Listing.Data.Migrations
{
    /// <inheritdoc />
    public partial class Listing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "bookable_times",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    clinic = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    region = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    resource = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    profession = table.Column<int>(type: "integer", nullable: false),
                    form = table.Column<int>(type: "integer", nullable: false),
                    errand = table.Column<int>(type: "integer", nullable: false),
                    is_for_listed = table.Column<bool>(type: "boolean", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    part = table.Column<int>(type: "integer", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bookable_times", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "capitation_cells",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    population = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    age = table.Column<short>(type: "smallint", nullable: false),
                    turning = table.Column<short>(type: "smallint", nullable: false),
                    sex = table.Column<short>(type: "smallint", nullable: false),
                    arrived_years = table.Column<short>(type: "smallint", nullable: false),
                    persons = table.Column<int>(type: "integer", nullable: false),
                    lives_alone = table.Column<int>(type: "integer", nullable: false),
                    born_abroad = table.Column<int>(type: "integer", nullable: false),
                    unemployed = table.Column<int>(type: "integer", nullable: false),
                    single_parents = table.Column<int>(type: "integer", nullable: false),
                    low_education = table.Column<int>(type: "integer", nullable: false),
                    moved_last_year = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_capitation_cells", x => new { x.run_id, x.population, x.place, x.age, x.turning, x.sex, x.arrived_years });
                });

            migrationBuilder.CreateTable(
                name: "capitation_lines",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    component = table.Column<string>(type: "text", nullable: false),
                    quantity = table.Column<decimal>(type: "numeric(24,6)", precision: 24, scale: 6, nullable: false),
                    kronor = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    parts = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_capitation_lines", x => new { x.run_id, x.place });
                });

            migrationBuilder.CreateTable(
                name: "capitation_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    region = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    system = table.Column<int>(type: "integer", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    listing_day = table.Column<DateOnly>(type: "date", nullable: false),
                    package_id = table.Column<Guid>(type: "uuid", nullable: false),
                    package_digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    corrects = table.Column<Guid>(type: "uuid", nullable: true),
                    units = table.Column<string>(type: "jsonb", nullable: false),
                    figures = table.Column<string>(type: "jsonb", nullable: false),
                    unit_count = table.Column<int>(type: "integer", nullable: false),
                    listed_count = table.Column<int>(type: "integer", nullable: false),
                    total = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    rounding = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    snapshot_digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    result_digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    computed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    computed_by = table.Column<string>(type: "text", nullable: false),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    signed_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_capitation_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ceilings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    clinic = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    type = table.Column<int>(type: "integer", nullable: false),
                    region = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    listed_max = table.Column<int>(type: "integer", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    to_day = table.Column<DateOnly>(type: "date", nullable: true),
                    decision_reference = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    decided_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ceilings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "clinic_loads",
                columns: table => new
                {
                    clinic = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    type = table.Column<int>(type: "integer", nullable: false),
                    counted = table.Column<int>(type: "integer", nullable: false),
                    exempt = table.Column<int>(type: "integer", nullable: false),
                    waiting = table.Column<int>(type: "integer", nullable: false),
                    last_arrival = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clinic_loads", x => new { x.clinic, x.type });
                });

            migrationBuilder.CreateTable(
                name: "clinics",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    closed_from = table.Column<DateOnly>(type: "date", nullable: true),
                    closure_reason = table.Column<int>(type: "integer", nullable: true),
                    road_distance_count = table.Column<int>(type: "integer", nullable: false, defaultValue: 0)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clinics", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "declarations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    package_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    answers = table.Column<string>(type: "jsonb", nullable: false),
                    signed_by = table.Column<string>(type: "text", nullable: false),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_declarations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "doctor_contacts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    listing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    clinic = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    doctor = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    until_day = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_doctor_contacts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "doctors",
                columns: table => new
                {
                    clinic = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    id = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    region = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    percent = table.Column<int>(type: "integer", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true),
                    takes_new = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_doctors", x => new { x.clinic, x.id });
                });

            migrationBuilder.CreateTable(
                name: "examinations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    region = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    clinic = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    findings = table.Column<string>(type: "jsonb", nullable: false),
                    examined_on = table.Column<DateOnly>(type: "date", nullable: false),
                    risk = table.Column<int>(type: "integer", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    is_nullified = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_examinations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "figures",
                columns: table => new
                {
                    region = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    unit = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    measure = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    value = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_figures", x => new { x.region, x.unit, x.measure, x.month });
                });

            migrationBuilder.CreateTable(
                name: "guardians",
                columns: table => new
                {
                    child = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    to_day = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guardians", x => new { x.child, x.key, x.from_day });
                });

            migrationBuilder.CreateTable(
                name: "import_faults",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<long>(type: "bigint", nullable: false),
                    line = table.Column<long>(type: "bigint", nullable: false),
                    field = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    sv = table.Column<string>(type: "text", nullable: false),
                    en = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_faults", x => new { x.import_id, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    region = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    is_file = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    encoding = table.Column<int>(type: "integer", nullable: true),
                    heading = table.Column<string>(type: "text", nullable: false),
                    next_offset = table.Column<long>(type: "bigint", nullable: false),
                    line_count = table.Column<long>(type: "bigint", nullable: false),
                    row_count = table.Column<long>(type: "bigint", nullable: false),
                    added_count = table.Column<long>(type: "bigint", nullable: false),
                    changed_count = table.Column<long>(type: "bigint", nullable: false),
                    unchanged_count = table.Column<long>(type: "bigint", nullable: false),
                    bad_count = table.Column<long>(type: "bigint", nullable: false),
                    fault_count = table.Column<long>(type: "bigint", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "listings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<int>(type: "integer", nullable: false),
                    clinic = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    region = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<int>(type: "integer", nullable: false),
                    assigned_because = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    requested_on = table.Column<DateOnly>(type: "date", nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_counted_change = table.Column<bool>(type: "boolean", nullable: false),
                    is_exempt = table.Column<bool>(type: "boolean", nullable: false),
                    has_transitional_treatment = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    until_day = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<int>(type: "integer", nullable: true),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_listings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "packages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    region = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    system = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    to_day = table.Column<DateOnly>(type: "date", nullable: true),
                    content = table.Column<string>(type: "text", nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_packages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "person_aliases",
                columns: table => new
                {
                    old_key = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    sealed_number = table.Column<byte[]>(type: "bytea", nullable: false),
                    merged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_person_aliases", x => x.old_key);
                });

            migrationBuilder.CreateTable(
                name: "persons",
                columns: table => new
                {
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    number_kind = table.Column<int>(type: "integer", nullable: false),
                    sealed_number = table.Column<byte[]>(type: "bytea", nullable: false),
                    region = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    birth_date = table.Column<DateOnly>(type: "date", nullable: false),
                    sex = table.Column<int>(type: "integer", nullable: true),
                    protection = table.Column<int>(type: "integer", nullable: false),
                    kommun_code = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    postal_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    dwelling = table.Column<Guid>(type: "uuid", nullable: true),
                    registered_from = table.Column<DateOnly>(type: "date", nullable: false),
                    moved_out = table.Column<DateOnly>(type: "date", nullable: true),
                    deceased = table.Column<DateOnly>(type: "date", nullable: true),
                    social_facts = table.Column<int>(type: "integer", nullable: false),
                    moved_on = table.Column<DateOnly>(type: "date", nullable: true),
                    immigrated_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_test = table.Column<bool>(type: "boolean", nullable: false),
                    imports = table.Column<Guid[]>(type: "uuid[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_persons", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "queue_places",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<int>(type: "integer", nullable: false),
                    clinic = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    region = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    reason = table.Column<int>(type: "integer", nullable: false),
                    requested_on = table.Column<DateOnly>(type: "date", nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_counted_change = table.Column<bool>(type: "boolean", nullable: false),
                    has_transitional_treatment = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    arrival = table.Column<long>(type: "bigint", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_queue_places", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "road_distances",
                columns: table => new
                {
                    postal_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    clinic = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    meters = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_road_distances", x => new { x.postal_code, x.clinic });
                });

            migrationBuilder.CreateTable(
                name: "unassigned",
                columns: table => new
                {
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<int>(type: "integer", nullable: false),
                    region = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    because = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unassigned", x => new { x.person, x.type });
                });

            migrationBuilder.CreateTable(
                name: "booked_times",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    time_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    booked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    cancelled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cancel_reason = table.Column<int>(type: "integer", nullable: true),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booked_times", x => x.id);
                    table.ForeignKey(
                        name: "FK_booked_times_bookable_times_time_id",
                        column: x => x.time_id,
                        principalTable: "bookable_times",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "clinic_versions",
                columns: table => new
                {
                    clinic_id = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    profile = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clinic_versions", x => new { x.clinic_id, x.from_day });
                    table.ForeignKey(
                        name: "FK_clinic_versions_clinics_clinic_id",
                        column: x => x.clinic_id,
                        principalTable: "clinics",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_bookable_times_clinic_resource_starts_at",
                table: "bookable_times",
                columns: new[] { "clinic", "resource", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "IX_bookable_times_region_starts_at",
                table: "bookable_times",
                columns: new[] { "region", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "IX_booked_times_person",
                table: "booked_times",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ux_booked_times_holding",
                table: "booked_times",
                column: "time_id",
                unique: true,
                filter: "cancelled_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_capitation_runs_corrects",
                table: "capitation_runs",
                column: "corrects",
                unique: true,
                filter: "state = 2");

            migrationBuilder.CreateIndex(
                name: "ix_capitation_runs_final",
                table: "capitation_runs",
                columns: new[] { "region", "system", "month" },
                unique: true,
                filter: "state = 2 AND corrects IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ceilings_clinic_type",
                table: "ceilings",
                columns: new[] { "clinic", "type" });

            migrationBuilder.CreateIndex(
                name: "IX_declarations_package_id_unit_version",
                table: "declarations",
                columns: new[] { "package_id", "unit", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_doctor_contacts_clinic_doctor_until_day",
                table: "doctor_contacts",
                columns: new[] { "clinic", "doctor", "until_day" });

            migrationBuilder.CreateIndex(
                name: "IX_doctor_contacts_listing_id",
                table: "doctor_contacts",
                column: "listing_id");

            migrationBuilder.CreateIndex(
                name: "ux_doctor_contacts_open",
                table: "doctor_contacts",
                column: "listing_id",
                unique: true,
                filter: "until_day IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_examinations_person_examined_on_due_on",
                table: "examinations",
                columns: new[] { "person", "examined_on", "due_on" },
                descending: new[] { false, true, false })
                .Annotation("Npgsql:IndexInclude", new[] { "risk", "is_nullified" });

            migrationBuilder.CreateIndex(
                name: "IX_guardians_key",
                table: "guardians",
                column: "key");

            migrationBuilder.CreateIndex(
                name: "IX_listings_clinic_type_until_day",
                table: "listings",
                columns: new[] { "clinic", "type", "until_day" });

            migrationBuilder.CreateIndex(
                name: "IX_listings_person_type",
                table: "listings",
                columns: new[] { "person", "type" });

            migrationBuilder.CreateIndex(
                name: "ux_listings_open",
                table: "listings",
                columns: new[] { "person", "type" },
                unique: true,
                filter: "until_day IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_packages_published",
                table: "packages",
                columns: new[] { "region", "system", "from_day" },
                unique: true,
                filter: "state = 2");

            migrationBuilder.CreateIndex(
                name: "IX_person_aliases_person",
                table: "person_aliases",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_persons_dwelling",
                table: "persons",
                column: "dwelling",
                filter: "dwelling IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_queue_places_clinic_type_arrival",
                table: "queue_places",
                columns: new[] { "clinic", "type", "arrival" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_queue_places_person_type",
                table: "queue_places",
                columns: new[] { "person", "type" });

            migrationBuilder.CreateIndex(
                name: "IX_road_distances_clinic",
                table: "road_distances",
                column: "clinic");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "booked_times");

            migrationBuilder.DropTable(
                name: "capitation_cells");

            migrationBuilder.DropTable(
                name: "capitation_lines");

            migrationBuilder.DropTable(
                name: "capitation_runs");

            migrationBuilder.DropTable(
                name: "ceilings");

            migrationBuilder.DropTable(
                name: "clinic_loads");

            migrationBuilder.DropTable(
                name: "clinic_versions");

            migrationBuilder.DropTable(
                name: "declarations");

            migrationBuilder.DropTable(
                name: "doctor_contacts");

            migrationBuilder.DropTable(
                name: "doctors");

            migrationBuilder.DropTable(
                name: "examinations");

            migrationBuilder.DropTable(
                name: "figures");

            migrationBuilder.DropTable(
                name: "guardians");

            migrationBuilder.DropTable(
                name: "import_faults");

            migrationBuilder.DropTable(
                name: "imports");

            migrationBuilder.DropTable(
                name: "listings");

            migrationBuilder.DropTable(
                name: "packages");

            migrationBuilder.DropTable(
                name: "person_aliases");

            migrationBuilder.DropTable(
                name: "persons");

            migrationBuilder.DropTable(
                name: "queue_places");

            migrationBuilder.DropTable(
                name: "road_distances");

            migrationBuilder.DropTable(
                name: "unassigned");

            migrationBuilder.DropTable(
                name: "bookable_times");

            migrationBuilder.DropTable(
                name: "clinics");
        }
    }
}
