-- Target tables of full-migration.json and merge-crms.json for MySQL 8 and MariaDB 10.6 or newer.
-- A repeated or late load is harmless: each row has a key of its own and a time that tells an older version from a newer one.
-- There is no foreign key between the tables: an order may arrive before its customer, or while the customer waits in quarantine.

-- One row for each customer, however many records of him the sources have. golden_id is his key; source_system and source_id
-- are those of his oldest record, merged_at is when he last changed. A customer who turned out to be another one keeps his row
-- and names the other in superseded_by.
-- written_at is when his row was last written: the database sets it in its time zone, which should be NiFi's, unless the writer does.
CREATE TABLE new_crm_customers (
    id            BIGINT AUTO_INCREMENT PRIMARY KEY,
    golden_id     VARCHAR(36)  NOT NULL,
    source_system VARCHAR(50)  NOT NULL,
    source_id     VARCHAR(100) NOT NULL,
    customer_type VARCHAR(20),
    full_name     VARCHAR(200),
    title         VARCHAR(50),
    first_name    VARCHAR(100),
    middle_name   VARCHAR(100),
    last_name     VARCHAR(100),
    name_suffix   VARCHAR(50),
    company_name  VARCHAR(200),
    email         VARCHAR(254),
    phone         VARCHAR(50),
    mobile        VARCHAR(50),
    birth_date    DATE,
    gender        VARCHAR(20),
    national_id   VARCHAR(40),
    tax_id        VARCHAR(40),
    address_line1 VARCHAR(200),
    address_line2 VARCHAR(200),
    district      VARCHAR(100),
    city          VARCHAR(100),
    region        VARCHAR(100),
    postal_code   VARCHAR(20),
    country       VARCHAR(60),
    status        VARCHAR(20),
    segment       VARCHAR(50),
    updated_at    DATETIME(6),
    merged_at     DATETIME(6),
    superseded_by VARCHAR(36),
    written_at    DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    CONSTRAINT new_crm_customers_golden UNIQUE (golden_id)
) CHARACTER SET utf8mb4;

-- Which customer a record of a source belongs to.
CREATE TABLE new_crm_customer_keys (
    id            BIGINT AUTO_INCREMENT PRIMARY KEY,
    source_system VARCHAR(50)  NOT NULL,
    source_id     VARCHAR(100) NOT NULL,
    golden_id     VARCHAR(36)  NOT NULL,
    merged_at     DATETIME(6),
    CONSTRAINT new_crm_customer_keys_source UNIQUE (source_system, source_id)
) CHARACTER SET utf8mb4;

CREATE INDEX new_crm_customer_keys_golden ON new_crm_customer_keys (golden_id);

CREATE TABLE new_crm_orders (
    id                 BIGINT AUTO_INCREMENT PRIMARY KEY,
    source_system      VARCHAR(50)  NOT NULL,
    source_id          VARCHAR(100) NOT NULL,
    customer_source_id VARCHAR(100) NOT NULL,
    order_date         DATE,
    amount             DECIMAL(18, 2),
    currency           VARCHAR(3),
    status             VARCHAR(20),
    updated_at         DATETIME(6),
    CONSTRAINT new_crm_orders_source UNIQUE (source_system, source_id)
) CHARACTER SET utf8mb4;

CREATE INDEX new_crm_orders_customer ON new_crm_orders (source_system, customer_source_id);

CREATE TABLE new_crm_transactions (
    id                 BIGINT AUTO_INCREMENT PRIMARY KEY,
    source_system      VARCHAR(50)  NOT NULL,
    source_id          VARCHAR(100) NOT NULL,
    customer_source_id VARCHAR(100) NOT NULL,
    order_source_id    VARCHAR(100) NOT NULL,
    paid_at            DATETIME(6),
    amount             DECIMAL(18, 2),
    currency           VARCHAR(3),
    method             VARCHAR(20),
    updated_at         DATETIME(6),
    CONSTRAINT new_crm_transactions_source UNIQUE (source_system, source_id)
) CHARACTER SET utf8mb4;

CREATE INDEX new_crm_transactions_customer ON new_crm_transactions (source_system, customer_source_id);

-- The customers without those who turned out to be another one. What decides is the key of a customer's oldest record, so that
-- the view is right at every moment, in whatever order the two tables were written.
CREATE VIEW new_crm_current_customers AS
SELECT c.*
FROM new_crm_customers c
WHERE EXISTS (SELECT 1 FROM new_crm_customer_keys k
              WHERE k.source_system = c.source_system AND k.source_id = c.source_id AND k.golden_id = c.golden_id);

-- Orders and transactions with the customer they belong to; golden_id is blank while he has not arrived.
CREATE VIEW new_crm_customer_orders AS
SELECT o.*, k.golden_id
FROM new_crm_orders o
LEFT JOIN new_crm_customer_keys k ON k.source_system = o.source_system AND k.source_id = o.customer_source_id;

CREATE VIEW new_crm_customer_transactions AS
SELECT t.*, k.golden_id
FROM new_crm_transactions t
LEFT JOIN new_crm_customer_keys k ON k.source_system = t.source_system AND k.source_id = t.customer_source_id;

-- Orders whose customer has not arrived: empty once the quarantine has been worked off.
CREATE VIEW new_crm_orders_without_customer AS
SELECT o.*
FROM new_crm_orders o
WHERE NOT EXISTS (SELECT 1 FROM new_crm_customer_keys k JOIN new_crm_customers c ON c.golden_id = k.golden_id
                  WHERE k.source_system = o.source_system AND k.source_id = o.customer_source_id);
