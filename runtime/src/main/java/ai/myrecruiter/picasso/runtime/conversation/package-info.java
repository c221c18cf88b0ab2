/**
 * What the service remembers: the messages of a day, and facts without personal information for a
 * week. Every key begins with the verified tenant; every write is refused once a session is erased.
 */
@NullMarked
package ai.myrecruiter.picasso.runtime.conversation;

import org.jspecify.annotations.NullMarked;
