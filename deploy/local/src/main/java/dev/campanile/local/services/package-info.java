/** The platform and the three services as processes: started, watched, remembered and stopped. */
@NullMarked
package dev.campanile.local.services;

import org.jspecify.annotations.NullMarked;
