using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace NaraVard.Platform.Tests.Sample;

[DbContext(typeof(SampleDb))]
[Migration("20260310080000_CreateItems")]
internal sealed class CreateItems : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        "create table items (id text primary key, person uuid not null, note text not null, version bigint not null)");
}
