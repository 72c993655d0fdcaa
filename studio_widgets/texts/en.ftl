
## Building blocks

chart-table = Show the data as a table
