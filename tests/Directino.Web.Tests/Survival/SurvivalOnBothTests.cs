namespace Directino.Web.Tests.Survival;

/// <summary>Two classes, so that both databases are tried at the same time: most of it is waiting.</summary>
[Trait("needs", "process")]
public sealed class SurvivalOnSqliteTests() : SurvivalTests(onPostgres: false);

[Trait("needs", "process")]
public sealed class SurvivalOnPostgresTests() : SurvivalTests(onPostgres: true);
