package org.nificrm.matching.prepare;

/**
 * An e-mail address in lower case.
 */
public final class EmailValue extends Value {
    private final Letters address;
    private final Letters local;
    private final boolean role;

    EmailValue(final String address, final String local, final boolean role) {
        super(Hash.of(address));
        this.address = new Letters(address);
        this.local = new Letters(local);
        this.role = role;
    }

    public Letters address() {
        return address;
    }

    /** @return what stands before the at sign; the whole text if there is none */
    public Letters local() {
        return local;
    }

    /** @return whether the address is that of a function, such as info@, not of a person */
    public boolean isRole() {
        return role;
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
