package ai.myrecruiter.picasso.local.engine.task;

import ai.myrecruiter.picasso.local.engine.asl.Resource;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One attempt of a task.
 *
 * @param resource what is to be done
 * @param parameters with what input
 * @param token with which somebody may complete it; nothing for a task that is one request and its
 *     answer
 */
public record TaskRequest(Resource resource, JsonNode parameters, Optional<String> token) {}
