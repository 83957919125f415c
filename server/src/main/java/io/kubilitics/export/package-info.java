/// Writes a selection of the topology for others to read: JSON, YAML, DOT, GraphML and Mermaid.
/// Every writer streams: it holds one node or edge at a time, and the same selection gives the same
/// bytes.
@NullMarked
package io.kubilitics.export;

import org.jspecify.annotations.NullMarked;
