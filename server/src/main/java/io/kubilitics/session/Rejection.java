package io.kubilitics.session;

import io.kubilitics.source.Place;

/// A document that could not be read, or only in part.
///
/// @param reason in words for its author
public record Rejection(Place place, String reason) {}
