/// What is known of kinds: their rules, columns and relations, read from YAML files and plugins,
/// and the extractor that turns the tokens of one object into a record with facts.
@NullMarked
package io.kubilitics.catalogue;

import org.jspecify.annotations.NullMarked;
