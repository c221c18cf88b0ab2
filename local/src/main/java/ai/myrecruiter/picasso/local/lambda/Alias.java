package ai.myrecruiter.picasso.local.lambda;

/**
 * A name for one or two versions.
 *
 * @param revisionId changes with every write
 */
record Alias(String name, AliasTarget target, String description, String revisionId) {}
