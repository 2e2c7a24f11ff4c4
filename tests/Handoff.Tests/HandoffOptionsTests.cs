using System.ComponentModel.DataAnnotations;

namespace NaraVard.Handoff.Tests;

public sealed class HandoffOptionsTests
{
    [Fact]
    public void Refuses_two_versions_of_a_desk_from_the_same_day()
    {
        var options = new HandoffOptions
        {
            Desks =
            [
                new() { KommunCode = "1780" },
                new() { KommunCode = "1780", From = new(2026, 1, 1) },
                new() { KommunCode = "1761", From = new(2026, 1, 1) },
                new() { KommunCode = "1761", From = new(2026, 1, 1) },
            ],
        };

        var fault = Assert.Single(options.Validate(new ValidationContext(options)));

        Assert.Equal("has two desks of kommun 1761 from the same day", fault.ErrorMessage);
    }
}
