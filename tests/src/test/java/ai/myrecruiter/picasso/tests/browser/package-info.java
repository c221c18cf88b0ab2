/** The chat page in real browsers: Chromium, and WebKit, the engine of mobile Safari. */
@NullMarked
package ai.myrecruiter.picasso.tests.browser;

import org.jspecify.annotations.NullMarked;
