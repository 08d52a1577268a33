/** The control API by which tests, the demo and the inbox page steer and read the simulators. */
@NullMarked
package dev.campanile.local.simulators;

import org.jspecify.annotations.NullMarked;
