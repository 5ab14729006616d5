-- Target tables of full-migration.json for MySQL 8 and MariaDB 10.6 or newer.
-- Source system and source key together are unique in each table: they are what makes a repeated load harmless.
-- updated_at is when the source last changed the record: what decides between an older and a newer version.
-- There is no foreign key between the tables: an order may arrive before its customer, or while the customer waits in quarantine.

CREATE TABLE new_crm_customers (
    id            BIGINT AUTO_INCREMENT PRIMARY KEY,
    source_system VARCHAR(50)  NOT NULL,
    source_id     VARCHAR(100) NOT NULL,
    customer_type VARCHAR(20),
    full_name     VARCHAR(200),
    first_name    VARCHAR(100),
    last_name     VARCHAR(100),
    company_name  VARCHAR(200),
    email         VARCHAR(254),
    phone         VARCHAR(50),
    birth_date    DATE,
    gender        VARCHAR(10),
    national_id   VARCHAR(40),
    tax_id        VARCHAR(40),
    address_line1 VARCHAR(200),
    city          VARCHAR(100),
    region        VARCHAR(100),
    postal_code   VARCHAR(20),
    country       VARCHAR(2),
    status        VARCHAR(20),
    updated_at    DATETIME(6),
    CONSTRAINT new_crm_customers_source UNIQUE (source_system, source_id)
) CHARACTER SET utf8mb4;

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

-- Orders whose customer has not arrived: empty once the quarantine has been worked off.
CREATE VIEW new_crm_orders_without_customer AS
SELECT o.*
FROM new_crm_orders o
WHERE NOT EXISTS (SELECT 1 FROM new_crm_customers c WHERE c.source_system = o.source_system AND c.source_id = o.customer_source_id);
