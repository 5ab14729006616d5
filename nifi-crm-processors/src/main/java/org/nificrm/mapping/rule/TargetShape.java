package org.nificrm.mapping.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a target record, in the order the document names them. Each leaf has a slot, the position at which rules
 * leave its value; types that depend on the reader are open until a {@link RecordTemplate} is made for one.
 */
public final class TargetShape {

    private final Group root = new Group(new LinkedHashMap<>());
    private final List<SlotType> types = new ArrayList<>();

    sealed interface Node {
    }

    record Leaf(int slot) implements Node {
    }

    record Group(Map<String, Node> children) implements Node {
    }

    /**
     * Adds a field, or finds it again for a further rule of the same type.
     *
     * @return its slot
     * @throws IllegalArgumentException if the field is there already and differs; the message says how
     */
    public int add(final TargetPath path, final SlotType type) {
        Group group = root;
        for (final String name : path.names().subList(0, path.names().size() - 1)) {
            final Node child = group.children().computeIfAbsent(name, missing -> new Group(new LinkedHashMap<>()));
            if (!(child instanceof final Group childGroup)) {
                throw new IllegalArgumentException("'%s' cannot stand below '%s', which another rule sets to a value".formatted(path, name));
            }

            group = childGroup;
        }

        final Node existing = group.children().get(path.lastName());
        return switch (existing) {
            case null -> addLeaf(group, path.lastName(), type);
            case final Group ignored -> throw new IllegalArgumentException("'%s' is a record to other rules, which set fields below it".formatted(path));
            case final Leaf leaf -> reuse(leaf, path, type);
        };
    }

    private int addLeaf(final Group group, final String name, final SlotType type) {
        group.children().put(name, new Leaf(types.size()));
        types.add(type);
        return types.size() - 1;
    }

    private int reuse(final Leaf leaf, final TargetPath path, final SlotType type) {
        final SlotType known = types.get(leaf.slot());
        if (known instanceof SlotType.Copied && type instanceof SlotType.Fixed) {
            types.set(leaf.slot(), type);
        } else if (known instanceof SlotType.Elements || type instanceof SlotType.Elements || bothFixed(known, type) && !known.equals(type)) {
            throw new IllegalArgumentException("the rules for '%s' give different types; give them the same 'type'".formatted(path));
        }

        return leaf.slot();
    }

    private static boolean bothFixed(final SlotType known, final SlotType type) {
        return known instanceof SlotType.Fixed && type instanceof SlotType.Fixed;
    }

    /** Whether a top-level field of this name exists. */
    public boolean has(final String name) {
        return root.children().containsKey(name);
    }

    int slots() {
        return types.size();
    }

    Group root() {
        return root;
    }

    SlotType type(final int slot) {
        return types.get(slot);
    }
}
