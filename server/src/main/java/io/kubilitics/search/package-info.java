/// Search over the objects of a snapshot: a small language with kubectl's words, and a ranking that
/// is the same in every process. Nothing is indexed and no text is kept twice: every object is
/// looked at once for each question.
@NullMarked
package io.kubilitics.search;

import org.jspecify.annotations.NullMarked;
