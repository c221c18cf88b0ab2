package ai.myrecruiter.picasso.local.engine.asl;

import ai.myrecruiter.picasso.local.engine.data.Path;
import java.util.Optional;

/**
 * What part of its input a state sees and what part of its output it passes on.
 *
 * @param input InputPath; nothing when it is null, which stands for an empty object
 * @param output OutputPath; nothing when it is null, which stands for an empty object
 */
public record InputOutput(Optional<Path> input, Optional<Path> output) {}
