/// The values everybody shares: identities, facts, edges, states. Immutable, ordered, JDK only, so
/// that a plugin compiled against them today still runs in years. [Fact] lives here and not beside
/// the rules that produce it, because a [Resource] holds its facts and nothing here may look
/// outward.
@NullMarked
package io.kubilitics.model;

import org.jspecify.annotations.NullMarked;
