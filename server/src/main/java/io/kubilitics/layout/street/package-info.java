/// Lines that leave their block: the traffic between tiles, which runs in the gutters like in
/// streets, and the lines of a selection. A line never runs over a rectangle: it follows tracks in
/// the middle of the gutters, turns seldom, and joins the lines that are there.
@NullMarked
package io.kubilitics.layout.street;

import org.jspecify.annotations.NullMarked;
