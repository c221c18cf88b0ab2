/** What other modules built and the templates deploy: jars and state machine definitions. */
@NullMarked
package ai.myrecruiter.picasso.infra.artifact;

import org.jspecify.annotations.NullMarked;
