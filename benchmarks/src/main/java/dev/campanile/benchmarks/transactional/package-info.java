/** One message that somebody waits for: how long until the mail server has it. */
@NullMarked
package dev.campanile.benchmarks.transactional;

import org.jspecify.annotations.NullMarked;
