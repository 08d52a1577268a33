/** What is written to the terminal: plain lines, progress bars and tables. */
@NullMarked
package dev.campanile.local.terminal;

import org.jspecify.annotations.NullMarked;
