-- Target table of customer-api.json, for PostgreSQL, MySQL, MariaDB and H2.
-- One row for each customer of each system; updated_at is when that system last changed it.

CREATE TABLE central_customers (
    source_system VARCHAR(50)  NOT NULL,
    source_id     VARCHAR(100) NOT NULL,
    customer_type VARCHAR(20),
    full_name     VARCHAR(200),
    title         VARCHAR(50),
    first_name    VARCHAR(100),
    last_name     VARCHAR(100),
    company_name  VARCHAR(200),
    email         VARCHAR(254),
    phone         VARCHAR(50),
    mobile        VARCHAR(50),
    birth_date    DATE,
    gender        VARCHAR(10),
    national_id   VARCHAR(40),
    tax_id        VARCHAR(40),
    address_line1 VARCHAR(200),
    district      VARCHAR(100),
    city          VARCHAR(100),
    region        VARCHAR(100),
    postal_code   VARCHAR(20),
    country       VARCHAR(2),
    status        VARCHAR(20),
    updated_at    TIMESTAMP(3) NOT NULL,
    PRIMARY KEY (source_system, source_id)
);
