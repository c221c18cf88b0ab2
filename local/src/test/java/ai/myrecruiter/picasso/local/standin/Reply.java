package ai.myrecruiter.picasso.local.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What a request gets.
 *
 * @param errorCode the code of the error, {@code none} when there is none
 * @param defect the class of the exception that made it an internal error
 */
record Reply(int status, ObjectNode body, String errorCode, Optional<String> defect) {}
