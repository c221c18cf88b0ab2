/** The rules that every state machine keeps. */
@NullMarked
package ai.myrecruiter.picasso.statemachines;

import org.jspecify.annotations.NullMarked;
