package io.kubilitics.catalogue;

import io.kubilitics.catalogue.field.ObjectText;
import io.kubilitics.catalogue.field.PathTrie;
import io.kubilitics.catalogue.health.HealthRule;
import io.kubilitics.catalogue.rule.Rule;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Scope;
import java.util.List;

/// Everything the extractor needs for the objects of one kind. Immutable, shared by all threads.
///
/// @param isDescribed whether a catalogue file has it
/// @param fields what to do with each field
/// @param rules in the order in which they run
/// @param textNames names of the features, for all objects the same list
/// @param texts how each feature is made
record CompiledKind(
    Kind kind,
    Scope scope,
    boolean isDescribed,
    PathTrie fields,
    List<Rule> rules,
    List<String> textNames,
    List<ObjectText> texts,
    HealthRule health) {}
