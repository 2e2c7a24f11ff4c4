using Google.Rpc;
using Microsoft.EntityFrameworkCore;
using NaraVard.Platform.Errors;
using Npgsql;

namespace NaraVard.Platform.Tests.Errors;

public class ErrorMappingTests
{
    private static readonly Text Said = new("Nej.", "No.");

    public static TheoryData<Exception, Code, string> Table() => new()
    {
        { new InvalidInput([new("name", "required", Said)]), Code.InvalidArgument, "invalid-request" },
        { new NotFound("handoff"), Code.NotFound, "not-found" },
        { new RuleViolation("person-is-child", Said), Code.FailedPrecondition, "person-is-child" },
        { new Conflict("taken", Said), Code.Aborted, "taken" },
        { new Conflict("taken", Said, "17"), Code.AlreadyExists, "taken" },
        { new VersionMismatch(7), Code.Aborted, "version-mismatch" },
        { Fault("23505"), Code.AlreadyExists, "exists" },
        { new DbUpdateException("x", Fault("23505")), Code.AlreadyExists, "exists" },
        { Fault("23P01"), Code.AlreadyExists, "exists" },
        { new DbUpdateConcurrencyException("x"), Code.Aborted, "concurrent-change" },
        { Fault("40001"), Code.Aborted, "concurrent-change" },
        { Fault("40P01"), Code.Aborted, "concurrent-change" },
        { Fault("57P01"), Code.Unavailable, "unavailable" },
        { Fault("53300"), Code.Unavailable, "unavailable" },
        { new NpgsqlException("x", new IOException("x")), Code.Unavailable, "unavailable" },
        { new TimeoutException(), Code.Unavailable, "unavailable" },
        { Passing(Fault("53100")), Code.Unavailable, "unavailable" },
        { Passing(new DbUpdateException("x", Fault("53100"))), Code.Unavailable, "unavailable" },
        { Passing(new DbUpdateException("x", Fault("40P01"))), Code.Aborted, "concurrent-change" },
        { Fault("42P01"), Code.Internal, "internal" },
        { new InvalidOperationException("secret"), Code.Internal, "internal" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Answers_each_error_with_its_status_and_code(Exception error, Code status, string code)
    {
        var answer = ErrorMapping.Of(error);

        Assert.Equal((int)status, answer.Code);
        Assert.Equal(code, ErrorMapping.CodeOf(answer));
    }

    [Fact]
    public void Says_everything_in_Swedish_and_English()
    {
        foreach (var row in Table())
        {
            var texts = ErrorMapping.Of((Exception)row[0]).Details
                .Where(detail => detail.Is(LocalizedMessage.Descriptor))
                .Select(detail => detail.Unpack<LocalizedMessage>())
                .ToDictionary(text => text.Locale, text => text.Message);

            Assert.Equal(["en", "sv"], texts.Keys.Order());
            Assert.All(texts.Values, Assert.NotEmpty);
        }
    }

    [Fact]
    public void Gives_nothing_of_what_nobody_foresaw()
    {
        var answer = ErrorMapping.Of(new InvalidOperationException("Host=db;Password=hunter2 18900101-9802"));

        Assert.DoesNotContain("hunter2", answer.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("9802", answer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_field_violations_all_at_once_with_codes()
    {
        var answer = ErrorMapping.Of(new InvalidInput([new("name", "required", Said), new("unit", "malformed", Said)]));

        var request = answer.Details.Single(detail => detail.Is(BadRequest.Descriptor)).Unpack<BadRequest>();
        Assert.Equal(
            [("name", "required"), ("unit", "malformed")],
            request.FieldViolations.Select(violation => (violation.Field, violation.Reason)));
        Assert.All(request.FieldViolations, violation => Assert.Equal("Nej.", violation.LocalizedMessage.Message));
    }

    [Fact]
    public void Names_what_exists_and_which_version_is_current()
    {
        Assert.Equal("17", Fact(new Conflict("taken", Said, "17"), "existingId"));
        Assert.Equal("7", Fact(new VersionMismatch(7), "currentVersion"));
    }

    private static string Fact(Exception error, string name) =>
        ErrorMapping.Of(error).Details[0].Unpack<ErrorInfo>().Metadata[name];

    // As EF says of a fault that may pass.
    private static InvalidOperationException Passing(Exception fault) => new("x", fault);

    private static PostgresException Fault(string sqlState) => new("x", "ERROR", "ERROR", sqlState);
}
