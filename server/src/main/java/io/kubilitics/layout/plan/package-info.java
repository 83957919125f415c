/// A plan: where everything of one topology stands and how lines run, and what differs between two
/// of them. Values only. What they are named after is not for everybody: before a viewer, blocks,
/// cards and districts go by [BlockName], [CardName] and [DistrictName].
@NullMarked
package io.kubilitics.layout.plan;

import org.jspecify.annotations.NullMarked;
