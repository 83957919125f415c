/// Questions to one revision that walk along its edges: how two objects hang together, what an
/// event reaches, which objects form one piece, what runs in circles. All are pure functions of a
/// [io.kubilitics.topology.Network], bounded, and give the same answer in every process. JGraphT
/// lives here only.
@NullMarked
package io.kubilitics.topology.query;

import org.jspecify.annotations.NullMarked;
