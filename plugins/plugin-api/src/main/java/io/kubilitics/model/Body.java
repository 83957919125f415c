package io.kubilitics.model;

/// The whole of one object, as far as it may be shown: secret values are masked before anybody gets
/// a body. It is read when it is asked for and not kept.
public record Body(ResourceId id, Value.Fields root) {}
