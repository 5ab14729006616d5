/** Yes or no as people and systems write it ({@link org.nificrm.values.flag.Flags}). */
package org.nificrm.values.flag;
