/// The door: who is calling, and what may come in. Everything here is decided from the head of a
/// request, without a web server, so that each rule can be tested by itself. Denied is what no rule
/// lets through.
@NullMarked
package io.kubilitics.access;

import org.jspecify.annotations.NullMarked;
