using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NaraVard.Handoff.Data.Migrations
{
    /// <inheritdoc />
    public partial class Handoffs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "care_events",
                columns: table => new
                {
                    kind = table.Column<int>(type: "integer", nullable: false),
                    visit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_care_events", x => new { x.visit_id, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "handoffs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    end_reason = table.Column<int>(type: "integer", nullable: true),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    disclosed = table.Column<byte[]>(type: "bytea", nullable: true),
                    triage = table.Column<int>(type: "integer", nullable: false),
                    request_digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    region = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    er_unit = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    er_reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kommun_code = table.Column<string>(type: "character(4)", fixedLength: true, maxLength: 4, nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    overdue_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    acknowledged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    has_investigation = table.Column<bool>(type: "boolean", nullable: false),
                    outcome = table.Column<byte[]>(type: "bytea", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    consent_withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    history = table.Column<string>(type: "jsonb", nullable: false),
                    receivers = table.Column<string>(type: "jsonb", nullable: false),
                    acknowledged_by_hsa_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    acknowledged_by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_handoffs", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_care_events_person_at",
                table: "care_events",
                columns: new[] { "person", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_handoffs_er_unit_requested_at",
                table: "handoffs",
                columns: new[] { "er_unit", "requested_at" });

            migrationBuilder.CreateIndex(
                name: "IX_handoffs_kommun_code_state",
                table: "handoffs",
                columns: new[] { "kommun_code", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_handoffs_person",
                table: "handoffs",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_handoffs_waiting",
                table: "handoffs",
                column: "due_at",
                filter: "state = 1 AND overdue_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "care_events");

            migrationBuilder.DropTable(
                name: "handoffs");
        }
    }
}
