using System;
using Microsoft.EntityFrameworkCore.Migrations;

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
                name: "clinics",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    closed_from = table.Column<DateOnly>(type: "date", nullable: true),
                    closure_reason = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clinics", x => x.id);
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
                name: "IX_guardians_key",
                table: "guardians",
                column: "key");

            migrationBuilder.CreateIndex(
                name: "IX_person_aliases_person",
                table: "person_aliases",
                column: "person");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "clinic_versions");

            migrationBuilder.DropTable(
                name: "guardians");

            migrationBuilder.DropTable(
                name: "person_aliases");

            migrationBuilder.DropTable(
                name: "persons");

            migrationBuilder.DropTable(
                name: "clinics");
        }
    }
}
