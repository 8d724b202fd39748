namespace Directino.Sandbox.Graph;

/// <summary>Which of Meta's two API hosts a call was made to; it decides fields, tokens, and error types.</summary>
public enum ApiHost { Instagram, Facebook }
