namespace Directino.Persistence;

/// <summary>An id of ours that can't be passed where another is meant. Always a version 7 Guid, so keys sort by time.</summary>
public interface ITypedId<TSelf> : IParsable<TSelf>
    where TSelf : struct, ITypedId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf Of(Guid value);

    static abstract TSelf New(TimeProvider clock);
}
