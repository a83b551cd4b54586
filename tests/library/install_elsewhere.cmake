# Installs BUILD below one folder and then moves it to INSTALLED: what is installed must not mind.
file(REMOVE_RECURSE ${INSTALLED} ${INSTALLED}.first)
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${INSTALLED}.first
                COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
file(RENAME ${INSTALLED}.first ${INSTALLED})
