#pragma warning disable CA1710 // They are named by what went wrong, as the sentences they carry are read by people.

namespace Directino.Sandbox.Control;

/// <summary>A name that fits nothing.</summary>
public sealed class NoSuchThing(string kind, string name) : Exception($"There is no {kind} {name}.");

/// <summary>An act that is not possible; the message says why, in a sentence.</summary>
public sealed class ActRefused(string sentence) : Exception(sentence);
