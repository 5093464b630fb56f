package io.github.offload4j.tools.spec;

import java.util.List;

/** The keys of the format. */
final class Key {
    static final String OFFLOADS = "offloads";
    static final String DATA = "data";

    static final String NAME = "name";
    static final String LIBRARY = "library";
    static final String CALLEE = "callee";
    static final String HOST = "host";
    static final String RETURNS = "returns";
    static final String PARAMETERS = "parameters";
    static final String CONSTANTS = "constants";
    static final String GRID = "grid";
    static final String BLOCK = "block";
    static final String SHARED = "shared";
    static final String DEVICE = "device";
    static final String FALLBACK = "fallback";
    static final String SYNCHRONIZE = "synchronize";
    static final String ON_STATUS = "on-status";
    static final String POINTER_MODE = "pointer-mode";

    static final String CALLS = "calls";
    static final String ARGUMENTS = "arguments";
    static final String VALUE = "value";
    static final String STREAM = "stream";

    static final String ACTION = "action";
    static final String VARIABLES = "variables";

    static final String NOWAIT = "nowait";
    static final String DEPENDS = "depends";
    static final String IN = "in";
    static final String INOUT = "inout";

    static final String TYPE = "type";
    static final String MAP = "map";
    static final String MODIFIERS = "modifiers";
    static final String ELEMENT = "element";
    static final String COUNT = "count";
    static final String SECTION = "section";
    static final String OFFSET = "offset";
    static final String STRIDE = "stride";
    static final String POINTEE = "pointee";
    static final String PASS = "pass";
    static final String MEMBERS = "members";
    static final String FIELDS = "fields";
    static final String AT = "at";

    /** Keys of the document. */
    static final List<String> OF_SPEC = List.of(CONSTANTS, OFFLOADS, DATA);

    /** Keys of an offload. */
    static final List<String> OF_OFFLOAD = List.of(
            NAME,
            LIBRARY,
            CALLEE,
            HOST,
            RETURNS,
            PARAMETERS,
            CALLS,
            CONSTANTS,
            GRID,
            BLOCK,
            SHARED,
            DEVICE,
            FALLBACK,
            SYNCHRONIZE,
            ON_STATUS,
            POINTER_MODE,
            PASS,
            NOWAIT,
            DEPENDS);

    /** Keys of one of several calls. */
    static final List<String> OF_CALL = List.of(
            LIBRARY,
            CALLEE,
            HOST,
            RETURNS,
            ARGUMENTS,
            CONSTANTS,
            GRID,
            BLOCK,
            SHARED,
            FALLBACK,
            SYNCHRONIZE,
            STREAM,
            ON_STATUS,
            POINTER_MODE);

    /** Keys of an argument that is computed. */
    static final List<String> OF_ARGUMENT = List.of(VALUE, TYPE);

    /** Keys of what is done to data. */
    static final List<String> OF_DATA = List.of(NAME, ACTION, PARAMETERS, VARIABLES, DEVICE, NOWAIT, DEPENDS);

    /** Keys of what orders an offload. */
    static final List<String> OF_DEPENDS = List.of(IN, INOUT);

    /** Keys of a variable. */
    static final List<String> OF_VARIABLE = List.of(NAME, MAP, MODIFIERS, POINTEE);

    /** Keys of a dimension of a section. */
    static final List<String> OF_RANGE = List.of(OFFSET, COUNT, STRIDE);

    /** Keys of a parameter. */
    static final List<String> OF_PARAMETER =
            List.of(NAME, TYPE, MAP, MODIFIERS, ELEMENT, COUNT, SECTION, POINTEE, FIELDS, MEMBERS, PASS);

    /** Keys of a pointer in a structure. */
    static final List<String> OF_MEMBER =
            List.of(AT, MAP, MODIFIERS, ELEMENT, COUNT, SECTION, POINTEE, FIELDS, MEMBERS);

    /** Keys of a count in a structure. */
    static final List<String> OF_COUNT = List.of(AT, TYPE);

    private Key() {}
}
